import { now } from '@/lib/clock/clock'
import { sendError } from './answer'
import { type Exchange, readsOnly, refuseWrite } from './exchange'
import { commonHeaders, readerPolicy } from './security-headers'

const header = (value: string | string[] | undefined): string =>
  Array.isArray(value) ? value.join(',') : (value ?? '')

/**
 * `/go/ID`: counts the click and leads on (302). The row decides where to and nothing in the address does, so it can't
 * be made to lead elsewhere.
 */
export async function handleGo(exchange: Exchange, id: string): Promise<void> {
  const { site, request, response } = exchange
  if (!readsOnly(exchange)) return refuseWrite(exchange)
  const found = site.clicks.find(id)
  // What is known is not waited for: most clicks are answered at once.
  const url = typeof found === 'string' ? found : await found
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
  response.writeHead(302, {
    ...commonHeaders(),
    'Content-Security-Policy': readerPolicy,
    'Content-Length': 0,
    Location: url,
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex',
  })
  response.end()
}
