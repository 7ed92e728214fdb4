import { z } from 'zod'
import { disablePerson } from '@/lib/accounts/commands/disable-person'
import { writeRoute } from '@/lib/http/write-route'

/** Shuts a person out at once. */
export const POST = writeRoute({
  input: z.strictObject({}),
  run: ({ actor, params }) => disablePerson(actor, { personId: params.personId ?? '' }),
})
