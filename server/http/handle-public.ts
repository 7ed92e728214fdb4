import { sendAnswer, sendError } from './answer'
import { cacheControl } from './cache-control'
import { type Exchange, readsOnly, refuseWrite, sendFailure } from './exchange'
import { type Fill, fillPage } from './fill'
import { fillAddress, type Match } from './match-route'
import { isKnown } from './negotiate'
import type { RequestTarget } from './request-target'
import { type Resolution, resolveRecord } from './resolve-record'

function sendPage({ request, response }: Exchange, match: Match, fill: Fill): Promise<void> {
  const headers = { ETag: fill.etag, 'Cache-Control': cacheControl(match.route.keep) }
  const known = isKnown(String(request.headers['if-none-match'] ?? ''), fill.etag)
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
  const { site, request, response } = exchange
  if (!readsOnly(exchange)) return match ? refuseWrite(exchange) : sendError(request, response, 404)
  const resolution = await resolveRecord(match, target.path)
  if (resolution.found !== 'page' || !match) return sendResolution(exchange, resolution)
  const fill = await fillPage(site.next, fillAddress(match, target.query))
  if (fill.status === 200) return sendPage(exchange, match, fill)
  // It was withdrawn or moved after it was resolved: then that is the answer, and not that the page failed.
  const after = await resolveRecord(match, target.path).catch(() => resolution)
  return after.found === 'page' ? sendFailure(exchange, fill.requestId) : sendResolution(exchange, after)
}

function sendResolution({ request, response }: Exchange, resolution: Resolution): Promise<void> {
  if (resolution.found === 'moved') {
    const headers = { Location: resolution.to, 'Cache-Control': 'no-cache' }
    return sendAnswer(request, response, {
      status: 301,
      headers,
      type: 'text/plain',
      body: Buffer.from('Moved\n'),
    })
  }
  return sendError(request, response, resolution.found === 'gone' ? 410 : 404)
}
