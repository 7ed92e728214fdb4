import { saveCapture } from '@/lib/captures/commands/save-capture'
import { saveCaptureSchema } from '@/lib/captures/schema'
import { writeRoute } from '@/lib/http/write-route'

/** Saves texts of a capture. */
export const PATCH = writeRoute({
  input: saveCaptureSchema,
  run: ({ actor, input, params }) => saveCapture(actor, { ...input, id: params.captureId ?? '' }),
})
