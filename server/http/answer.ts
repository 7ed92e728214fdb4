import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { en } from '@/lib/render/words/en'
import { wordsOf } from '@/lib/render/words/words-of'
import { renderErrorPage } from '@/server/pages/error-page'
import { type ErrorStatus, errorTexts } from '@/server/pages/error-texts'
import { lastPublicationName, type PublicationName, publicationName } from '@/server/pages/publication-name'
import { acceptsGzip } from './negotiate'
import { commonHeaders, readerPolicy } from './security-headers'

const compress = promisify(gzip)
const SMALL = 1_024
const NOT_MODIFIED = 304
const compressible = /^(text\/|application\/(json|feed\+json|rss\+xml|atom\+xml|xml|xhtml\+xml))/

export type Answer = {
  status: number
  headers: Record<string, string>
  type: string
  body: Buffer
}

/** Sends a whole answer of ours: headers, length, compression, and no body for HEAD. */
export async function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
): Promise<void> {
  const varies = compressible.test(answer.type)
  const accepted = String(request.headers['accept-encoding'] ?? '')
  const packed = varies && answer.body.length > SMALL && acceptsGzip(accepted)
  const body = packed ? await compress(answer.body) : answer.body
  response.writeHead(answer.status, {
    ...commonHeaders(),
    'Content-Security-Policy': readerPolicy,
    ...(answer.status === NOT_MODIFIED ? {} : { 'Content-Type': answer.type, 'Content-Length': body.length }),
    ...(varies ? { Vary: 'Accept-Encoding' } : {}),
    ...(packed ? { 'Content-Encoding': 'gzip' } : {}),
    ...answer.headers,
  })
  // An empty body written as one would cost a second piece of each answer.
  response.end(request.method === 'HEAD' || body.length === 0 ? undefined : body)
}

type ErrorBody = { type: string; text: string }

function errorBody(
  path: string,
  status: ErrorStatus,
  errorId: string | undefined,
  name: PublicationName,
): ErrorBody {
  const { title, text } = errorTexts(status, en)
  if (path.endsWith('.json') || path.startsWith('/api/')) {
    const error = { code: String(status), message: `${title}. ${text}`, ...(errorId ? { id: errorId } : {}) }
    return { type: 'application/json; charset=utf-8', text: `${JSON.stringify({ error })}\n` }
  }
  if (path.endsWith('.md')) return { type: 'text/plain; charset=utf-8', text: `${title}. ${text}\n` }
  const said = errorTexts(status, wordsOf(name.lang))
  const page = renderErrorPage({ status, ...said, ...name, ...(errorId ? { errorId } : {}) })
  return { type: 'text/html; charset=utf-8', text: page }
}

/** Answers with an error: a page for people, JSON or plain text where that was asked for; never an empty body. */
export async function sendError(
  request: IncomingMessage,
  response: ServerResponse,
  status: ErrorStatus,
  { errorId, headers = {} }: { errorId?: string; headers?: Record<string, string> } = {},
): Promise<void> {
  const name = status >= 500 ? lastPublicationName() : await publicationName()
  const { type, text } = errorBody((request.url ?? '').split('?')[0] ?? '', status, errorId, name)
  const cache = status >= 500 ? 'no-store' : 'no-cache'
  const allHeaders = { 'Cache-Control': cache, ...headers }
  await sendAnswer(request, response, { status, headers: allHeaders, type, body: Buffer.from(text) })
}
