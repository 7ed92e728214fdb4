import { writeRoute } from '@/lib/http/write-route'
import { addContact } from '@/lib/sponsors/commands/add-contact'
import { addContactSchema } from '@/lib/sponsors/schema'

/** Adds a contact. */
export const POST = writeRoute({
  input: addContactSchema,
  run: ({ actor, input, params }) => addContact(actor, { ...input, sponsorId: params.sponsorId ?? '' }),
})
