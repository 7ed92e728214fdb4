import { postponeCaptures } from '@/lib/captures/commands/sort-captures'
import { postponeCapturesSchema } from '@/lib/captures/schema'
import { writeRoute } from '@/lib/http/write-route'

/** Puts captures off until a day. */
export const POST = writeRoute({
  input: postponeCapturesSchema,
  run: ({ actor, input }) => postponeCaptures(actor, input),
})
