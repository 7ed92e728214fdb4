import { disablePerson } from '@/lib/accounts/commands/disable-person'
import { bareCommandSchema } from '@/lib/accounts/schema'
import { writeRoute } from '@/lib/http/write-route'

/** Shuts a person out at once. */
export const POST = writeRoute({
  input: bareCommandSchema,
  run: ({ actor, input, params }) => disablePerson(actor, { ...input, personId: params.personId ?? '' }),
})
