import { bareCommandSchema } from '@/lib/accounts/schema'
import { writeRoute } from '@/lib/http/write-route'
import { handPortalLink } from '@/lib/sponsors/commands/portal-links'

/** A new capability link for a contact, shown this once: no receipt keeps it. */
export const POST = writeRoute({
  input: bareCommandSchema,
  run: ({ actor, params }) => handPortalLink(actor, params.contactId ?? ''),
})
