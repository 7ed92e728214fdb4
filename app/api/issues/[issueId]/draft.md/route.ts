import { saveText } from '@/lib/draft-text/commands/save-text'
import { loadDraftText } from '@/lib/draft-text/queries'
import { saveTextSchema, TEXT_BYTES } from '@/lib/draft-text/schema'
import { fileRoute } from '@/lib/http/read-route'
import { writeRoute } from '@/lib/http/write-route'

export const GET = fileRoute(async ({ actor, params }) => {
  const { text } = await loadDraftText(actor, params.issueId ?? '')
  return { type: 'text/markdown; charset=utf-8', bytes: new Uint8Array(Buffer.from(text)) }
})

export const PUT = writeRoute({
  input: saveTextSchema,
  maxBytes: 2 * TEXT_BYTES,
  run: ({ actor, input, params }) => saveText(actor, { ...input, issueId: params.issueId ?? '' }),
})
