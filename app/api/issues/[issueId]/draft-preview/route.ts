import { previewText } from '@/lib/draft-text/queries'
import { previewTextSchema, TEXT_BYTES } from '@/lib/draft-text/schema'
import { writeRoute } from '@/lib/http/write-route'

export const POST = writeRoute({
  input: previewTextSchema,
  maxBytes: 2 * TEXT_BYTES,
  run: ({ actor, input, params }) => previewText(actor, { ...input, issueId: params.issueId ?? '' }),
})
