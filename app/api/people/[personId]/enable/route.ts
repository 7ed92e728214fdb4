import { z } from 'zod'
import { enablePerson } from '@/lib/accounts/commands/enable-person'
import { writeRoute } from '@/lib/http/write-route'

/** Lets a disabled person in again. */
export const POST = writeRoute({
  input: z.strictObject({}),
  run: ({ actor, params }) => enablePerson(actor, { personId: params.personId ?? '' }),
})
