import { enablePerson } from '@/lib/accounts/commands/enable-person'
import { bareCommandSchema } from '@/lib/accounts/schema'
import { writeRoute } from '@/lib/http/write-route'

/** Lets a disabled person in again. */
export const POST = writeRoute({
  input: bareCommandSchema,
  run: ({ actor, input, params }) => enablePerson(actor, { ...input, personId: params.personId ?? '' }),
})
