import { writeRoute } from '@/lib/http/write-route'
import { lookAgain } from '@/lib/pages/commands/look-again'
import { lookAgainSchema } from '@/lib/pages/schema'

/** Has the page at an address read once more. */
export const POST = writeRoute({
  input: lookAgainSchema,
  run: ({ actor, input }) => lookAgain(actor, input),
})
