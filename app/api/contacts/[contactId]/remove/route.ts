import { bareCommandSchema } from '@/lib/accounts/schema'
import { writeRoute } from '@/lib/http/write-route'
import { removeContact } from '@/lib/sponsors/commands/remove-contact'

/** Takes a contact off. */
export const POST = writeRoute({
  input: bareCommandSchema,
  run: ({ actor, input, params }) => removeContact(actor, { ...input, contactId: params.contactId ?? '' }),
})
