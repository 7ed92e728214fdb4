import { keepCapture } from '@/lib/captures/commands/keep-capture'
import { listCaptures } from '@/lib/captures/queries'
import { captureForm } from '@/lib/captures/rules'
import { addCaptureSchema, captureFilterSchema } from '@/lib/captures/schema'
import { keepForm } from '@/lib/forms/commands/keep-form'
import { readQuery } from '@/lib/http/read-query'
import { readRoute } from '@/lib/http/read-route'
import { writeRoute } from '@/lib/http/write-route'

/** A page of the inbox, or of what was put off, placed or discarded. */
export const GET = readRoute(({ actor, request }) =>
  listCaptures(actor, readQuery(request, captureFilterSchema)),
)

/** Keeps one link; one that waits already takes up what is new of it. */
export const POST = writeRoute({
  input: addCaptureSchema,
  maxBytes: 1024 * 1024,
  run: ({ actor, input: { commandId, ...capture } }) => keepCapture(actor, { commandId, capture }),
  back: (outcome, sent) =>
    'error' in outcome
      ? keepForm(captureForm, outcome.error, sent)
      : `/admin/capture?saved=${outcome.result.id}&as=${outcome.result.outcome}`,
})
