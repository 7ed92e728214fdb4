import { writeRoute } from '@/lib/http/write-route'
import { requestChanges } from '@/lib/sponsors/commands/review-copy'
import { requestChangesSchema } from '@/lib/sponsors/schema'

/** Sends a version back with what should change. */
export const POST = writeRoute({
  input: requestChangesSchema,
  run: ({ actor, input, params }) => requestChanges(actor, { ...input, slotId: params.slotId ?? '' }),
})
