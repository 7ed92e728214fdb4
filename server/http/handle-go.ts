import { now } from '@/lib/clock/clock'
import { sendAnswer, sendError } from './answer'
import { type Exchange, readsOnly, refuseWrite } from './exchange'

const header = (value: string | string[] | undefined): string =>
  Array.isArray(value) ? value.join(',') : (value ?? '')

/**
 * `/go/ID`: counts the click and leads on (302). The row decides where to and nothing in the address does, so it can't
 * be made to lead elsewhere.
 */
export async function handleGo(exchange: Exchange, id: string): Promise<void> {
  const { site, request, response } = exchange
  if (!readsOnly(exchange)) return refuseWrite(exchange)
  const url = await site.clicks.find(id)
  if (url === null) return sendError(request, response, 404)
  const { headers, method = 'GET', socket } = request
  const facts = {
    method,
    purpose: header(headers['sec-purpose'] ?? headers.purpose ?? headers['x-moz']),
    userAgent: header(headers['user-agent']),
    peer: socket.remoteAddress,
    forwardedFor: header(headers['x-forwarded-for']),
  }
  site.clicks.count(id, facts, now())
  return sendAnswer(request, response, {
    status: 302,
    headers: { Location: new URL(url).href, 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' },
    type: 'text/plain; charset=utf-8',
    body: Buffer.alloc(0),
  })
}
