import { reopenCaptures } from '@/lib/captures/commands/sort-captures'
import { moveCapturesSchema } from '@/lib/captures/schema'
import { writeRoute } from '@/lib/http/write-route'

/** Brings captures back into the inbox. */
export const POST = writeRoute({
  input: moveCapturesSchema,
  run: ({ actor, input }) => reopenCaptures(actor, input),
})
