import { discardCaptures } from '@/lib/captures/commands/sort-captures'
import { moveCapturesSchema } from '@/lib/captures/schema'
import { writeRoute } from '@/lib/http/write-route'

/** Discards captures. */
export const POST = writeRoute({
  input: moveCapturesSchema,
  run: ({ actor, input }) => discardCaptures(actor, input),
})
