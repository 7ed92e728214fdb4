import { bareCommandSchema } from '@/lib/accounts/schema'
import { writeRoute } from '@/lib/http/write-route'
import { revokePortalLinks } from '@/lib/sponsors/commands/portal-links'

/** Ends every link of a contact. */
export const POST = writeRoute({
  input: bareCommandSchema,
  run: ({ actor, input, params }) =>
    revokePortalLinks(actor, { ...input, contactId: params.contactId ?? '' }),
})
