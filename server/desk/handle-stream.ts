import { randomUUID } from 'node:crypto'
import { findSession } from '@/lib/accounts/queries/find-session'
import { sessionCookieName } from '@/lib/accounts/session-cookie'
import { isUuid } from '@/lib/ids/rules'
import { logError } from '@/lib/log/log'
import { mayFollow } from '@/lib/presence/queries'
import { sendAnswer, sendError } from '@/server/http/answer'
import { NOT_KEPT } from '@/server/http/cache-control'
import type { Exchange } from '@/server/http/exchange'
import type { RequestTarget } from '@/server/http/request-target'
import { commonHeaders, filePolicy } from '@/server/http/security-headers'
import { EventStream } from './event-stream'

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Content-Security-Policy': filePolicy,
  // Proxies that gather answers before they pass them on are asked not to.
  'Cache-Control': `${NOT_KEPT}, no-transform`,
  'X-Accel-Buffering': 'no',
}

/** In the form in which handlers refuse (lib/http/error-response.ts). */
function refuse({ request, response }: Exchange, status: number, code: string): Promise<void> {
  const body = Buffer.from(JSON.stringify({ error: { code, message: '', fields: {}, detail: {} } }))
  const headers = { 'Cache-Control': NOT_KEPT, ...(status === 503 ? { 'Retry-After': '30' } : {}) }
  return sendAnswer(request, response, { status, headers, type: 'application/json', body })
}

/** The value of one cookie of a request. */
function cookieOf(header: string | undefined, name: string): string | undefined {
  const found = (header ?? '').split(/; */).find((pair) => pair.startsWith(`${name}=`))
  return found?.slice(name.length + 1)
}

/**
 * `GET /api/issues/ID/stream?view=ID`: what becomes of an issue and who has it open, for as long as the browser
 * listens and its session allows it. Answered here and not by Next, since it is kept open, counted and ended by us.
 */
export async function handleStream(
  exchange: Exchange,
  issueId: string,
  target: RequestTarget,
): Promise<void> {
  const { site, request, response } = exchange
  if (request.method !== 'GET') return sendError(request, response, 405, { headers: { Allow: 'GET' } })
  const session = await findSession(cookieOf(request.headers.cookie, sessionCookieName()))
  if (!session) return refuse(exchange, 401, 'unauthenticated')
  const viewId = target.query.get('view') ?? ''
  const isThere = isUuid(issueId) && isUuid(viewId) && (await mayFollow(session.actor, issueId))
  if (!isThere) return refuse(exchange, 404, 'not_found')
  // For a client that left meanwhile no `close` comes any more: it would be listed for good.
  if (response.destroyed) return
  if (!site.desk.hasRoomFor(session.actor)) return refuse(exchange, 503, 'busy')
  const id = randomUUID()
  response.writeHead(200, { ...commonHeaders(), ...headers })
  response.once('close', () => void site.desk.part(id).catch((error) => logError(error, { desk: 'part' })))
  const { actor, sessionId } = session
  await site.desk.follow({ id, actor, sessionId, issueId, viewId, stream: new EventStream(response) })
}
