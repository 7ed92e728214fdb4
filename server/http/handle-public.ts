import { sendAnswer, sendError } from './answer'
import { type Exchange, readsOnly, refuseWrite, sendFailure } from './exchange'
import { fillPage } from './fill'
import { fillAddress, type Match } from './match-route'
import type { RequestTarget } from './request-target'
import { resolveRecord } from './resolve-record'

async function sendPage(exchange: Exchange, match: Match, target: RequestTarget): Promise<void> {
  const { site, request, response } = exchange
  const fill = await fillPage(site.next, fillAddress(match, target.path, target.query))
  if (fill.status !== 200) return sendFailure(exchange, fill.requestId)
  const headers = { ETag: fill.etag, 'Cache-Control': match.route.cache ?? 'no-cache' }
  const known = String(request.headers['if-none-match'] ?? '').includes(fill.etag)
  const status = known ? 304 : 200
  return sendAnswer(request, response, {
    status,
    headers,
    type: fill.type,
    body: known ? Buffer.alloc(0) : fill.body,
  })
}

/**
 * Answers public addresses, and all that the table doesn't have: a page, where it has moved, that it was withdrawn, or
 * that there is none.
 */
export async function handlePublic(
  exchange: Exchange,
  match: Match | null,
  target: RequestTarget,
): Promise<void> {
  const { request, response } = exchange
  if (!readsOnly(exchange)) return match ? refuseWrite(exchange) : sendError(request, response, 404)
  const resolution = await resolveRecord(match, target.path)
  if (resolution.found === 'moved') {
    const headers = { Location: resolution.to, 'Cache-Control': 'no-cache' }
    return sendAnswer(request, response, {
      status: 301,
      headers,
      type: 'text/plain',
      body: Buffer.from('Moved\n'),
    })
  }
  if (resolution.found === 'gone') return sendError(request, response, 410)
  if (resolution.found === 'nothing' || !match) return sendError(request, response, 404)
  return sendPage(exchange, match, target)
}
