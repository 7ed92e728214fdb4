import { putText } from '@/lib/draft-text/commands/put-text'
import { saveText } from '@/lib/draft-text/commands/save-text'
import { loadDraftText } from '@/lib/draft-text/queries'
import { draftLimit, putTextSchema, saveTextSchema, TEXT_BYTES } from '@/lib/draft-text/schema'
import { fileRoute } from '@/lib/http/read-route'
import { textRoute } from '@/lib/http/token-route'
import { parseInput, writeRoute } from '@/lib/http/write-route'

const type = 'text/markdown'
const program = { kind: 'DRAFT', limit: draftLimit } as const

export const GET = textRoute(
  {
    ...program,
    run: async ({ actor, params }) => {
      const { text, tag } = await loadDraftText(actor, params.issueId ?? '')
      return { text, type, headers: { etag: tag } }
    },
  },
  fileRoute(async ({ actor, params }) => {
    const { text } = await loadDraftText(actor, params.issueId ?? '')
    return { type: `${type}; charset=utf-8`, bytes: new Uint8Array(Buffer.from(text)) }
  }),
)

export const PUT = textRoute(
  {
    ...program,
    takes: { type, maxBytes: TEXT_BYTES },
    run: async ({ actor, params, request, sent }) => {
      const input = parseInput(putTextSchema, {
        ...Object.fromEntries(new URL(request.url).searchParams),
        text: sent,
        key: request.headers.get('idempotency-key') ?? undefined,
        match: request.headers.get('if-match') ?? undefined,
      })
      const { text, tag } = await putText(actor, { ...input, issueId: params.issueId ?? '' })
      return { text, type, headers: { etag: tag } }
    },
  },
  writeRoute({
    input: saveTextSchema,
    maxBytes: 2 * TEXT_BYTES,
    run: ({ actor, input, params }) => saveText(actor, { ...input, issueId: params.issueId ?? '' }),
  }),
)
