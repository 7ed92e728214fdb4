import { writeRoute } from '@/lib/http/write-route'
import { approveCopy } from '@/lib/sponsors/commands/review-copy'
import { approveSchema } from '@/lib/sponsors/schema'

/** Approves the version that was looked at. */
export const POST = writeRoute({
  input: approveSchema,
  maxBytes: 2 * 1024 * 1024,
  run: ({ actor, input, params }) => approveCopy(actor, { ...input, slotId: params.slotId ?? '' }),
})
