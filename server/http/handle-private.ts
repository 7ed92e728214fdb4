import { randomBytes, randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { sendAnswer, sendError } from './answer'
import { NOT_KEPT } from './cache-control'
import { cleanRequest, dropRouterHeaders } from './clean-request'
import { type Exchange, readsOnly, refuseWrite, sendFailure } from './exchange'
import { passOn } from './pass-on'
import { requestFramed } from './request-framed'
import type { RequestTarget } from './request-target'
import type { Route } from './routes'
import { framedPolicy, studioPolicy } from './security-headers'

/** What a route handler can be made for. */
const handlerMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const LARGEST_BODY = 4 * 1024 * 1024

/** The reader's page as the studio frames it: by the person's session, and without script like the page itself. */
export async function handleFramed(exchange: Exchange, target: RequestTarget): Promise<void> {
  const { site, request, response } = exchange
  if (!readsOnly(exchange)) return refuseWrite(exchange)
  const address = target.query.size ? `${target.path}?${target.query}` : target.path
  const { status, type, body, requestId, location } = await requestFramed(
    site.next,
    address,
    request.headers.cookie,
  )
  if (status === 404) return sendError(request, response, 404)
  if (status >= 400) return sendFailure(exchange, requestId)
  const headers = { 'Content-Security-Policy': framedPolicy, 'Cache-Control': NOT_KEPT }
  const sentOn = location ? { ...headers, Location: location } : headers
  await sendAnswer(request, response, { status, headers: sentOn, type, body })
}

/**
 * Why a body can't be taken; null when it can. A length is wanted, so that the cap holds before anything is read. Next
 * takes a form in parts for one of its server actions, of which we have none, and fails; so one goes only where a
 * handler waits for it.
 */
function bodyProblem(request: IncomingMessage, { upload }: Route): 411 | 413 | 415 | null {
  if (request.headers['transfer-encoding']) return 411
  const isInParts = /^multipart\//i.test(request.headers['content-type'] ?? '')
  if (isInParts && !upload) return 415
  const largest = (isInParts && upload) || LARGEST_BODY
  return Number(request.headers['content-length'] ?? 0) > largest ? 413 : null
}

/** Studio, sign-in, handlers and files of the build: Next answers the client itself, under our headers. */
export async function handlePrivate(exchange: Exchange, route: Route): Promise<void> {
  const { site, request, response } = exchange
  if (route.kind === 'studio' && !readsOnly(exchange)) return refuseWrite(exchange)
  // Next fails on others: the web's own Request can't be made with TRACE or CONNECT (Fetch, 5.3).
  if (!handlerMethods.includes(request.method ?? ''))
    return sendError(request, response, 405, { headers: { Allow: handlerMethods.join(', ') } })
  const problem = bodyProblem(request, route)
  if (problem) return sendError(request, response, problem)
  const nonce = randomBytes(16).toString('base64')
  const policy = route.policy ?? studioPolicy(nonce, site.dev)
  cleanRequest(request, randomUUID())
  if (route.kind === 'api') dropRouterHeaders(request)
  request.headers['content-security-policy'] = policy
  request.headers['x-nonce'] = nonce
  const immutable = route.kind === 'asset' && !site.dev
  await passOn(site.next, request, response, {
    'Content-Security-Policy': policy,
    'Cache-Control': immutable ? 'public, max-age=31536000, immutable' : NOT_KEPT,
  })
}
