import type { IncomingMessage, ServerResponse } from 'node:http'
import { en } from '@/lib/render/words/en'
import { wordsOf } from '@/lib/render/words/words-of'
import { isPackable, type Packing, pack, variesByCoding } from '@/server/cache/pack'
import { renderErrorPage } from '@/server/pages/error-page'
import { type ErrorStatus, errorTexts } from '@/server/pages/error-texts'
import { lastPublicationName, type PublicationName } from '@/server/pages/publication-name'
import { codingsFor } from './negotiate'
import { commonHeaders, readerPolicy } from './security-headers'

export type Answer = {
  status: number
  headers: Record<string, string>
  type: string
  body: Buffer
}

/** Packed forms of bodies that are sent more than once, as error pages are. */
const packedBefore = new WeakMap<Buffer, Partial<Record<Packing, Buffer>>>()

/** Seldom sent, so in the one form that costs least and that nearly all clients take. */
const PACKING = 'gzip'

function packOnce(body: Buffer): Promise<Buffer> {
  const before = packedBefore.get(body)?.[PACKING]
  if (before) return Promise.resolve(before)
  return new Promise((done, fail) =>
    pack(body, PACKING, (error, packed) => {
      if (error) return fail(error)
      packedBefore.set(body, { [PACKING]: packed })
      done(packed)
    }),
  )
}

/** Sends a whole answer of ours: headers, length, compression, and no body for HEAD. */
export async function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
): Promise<void> {
  const takes = codingsFor(request.headers['accept-encoding']).includes(PACKING)
  const packed = takes && isPackable(answer.type, answer.body)
  const body = packed ? await packOnce(answer.body) : answer.body
  response.writeHead(answer.status, {
    ...commonHeaders(),
    'Content-Security-Policy': readerPolicy,
    'Content-Type': answer.type,
    'Content-Length': body.length,
    ...(variesByCoding(answer.type) ? { Vary: 'Accept-Encoding' } : {}),
    ...(packed ? { 'Content-Encoding': PACKING } : {}),
    ...answer.headers,
  })
  // An empty body written as one would cost a second piece of each answer.
  response.end(request.method === 'HEAD' || body.length === 0 ? undefined : body)
}

type ErrorBody = { type: string; body: Buffer }
type ErrorForm = 'json' | 'text' | 'page' | 'item'

function formOf(path: string): ErrorForm {
  if (path.endsWith('.json') || path.startsWith('/api/')) return 'json'
  if (path.endsWith('.md')) return 'text'
  return path.startsWith('/items/') ? 'item' : 'page'
}

function makeBody(form: ErrorForm, status: ErrorStatus, name: PublicationName, errorId?: string): ErrorBody {
  const { title, text } = errorTexts(status, en)
  const id = errorId ? { id: errorId } : {}
  if (form === 'json') {
    const error = { code: String(status), message: `${title}. ${text}`, ...id }
    return { type: 'application/json; charset=utf-8', body: Buffer.from(`${JSON.stringify({ error })}\n`) }
  }
  if (form === 'text') return { type: 'text/plain; charset=utf-8', body: Buffer.from(`${title}. ${text}\n`) }
  const said = errorTexts(status, wordsOf(name.lang), form === 'item')
  const page = renderErrorPage({ status, ...said, ...name, ...(errorId ? { errorId } : {}) })
  return { type: 'text/html; charset=utf-8', body: Buffer.from(page) }
}

/** Error pages without an error id, the same for everybody. Kept, since robots ask for what isn't there often. */
let made: { name: PublicationName; bodies: Map<string, ErrorBody> } = {
  name: lastPublicationName(),
  bodies: new Map(),
}

function sameBody(form: ErrorForm, status: ErrorStatus): ErrorBody {
  const name = lastPublicationName()
  if (made.name !== name) made = { name, bodies: new Map() }
  const before = made.bodies.get(`${form} ${status}`)
  if (before) return before
  const body = makeBody(form, status, name)
  made.bodies.set(`${form} ${status}`, body)
  return body
}

/** Answers with an error: a page for people, JSON or plain text where that was asked for; never an empty body. */
export async function sendError(
  request: IncomingMessage,
  response: ServerResponse,
  status: ErrorStatus,
  { errorId, headers = {} }: { errorId?: string; headers?: Record<string, string> } = {},
): Promise<void> {
  const form = formOf((request.url ?? '').split('?')[0] ?? '')
  const { type, body } = errorId
    ? makeBody(form, status, lastPublicationName(), errorId)
    : sameBody(form, status)
  const cache = status >= 500 ? 'no-store' : 'no-cache'
  await sendAnswer(request, response, { status, headers: { 'Cache-Control': cache, ...headers }, type, body })
}
