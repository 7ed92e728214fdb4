import { randomBytes, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { logError } from '@/lib/log/log'
import { sendAnswer, sendError } from './answer'
import { cleanRequest } from './clean-request'
import { fillFor, fillPage, type Handler } from './fill'
import { fillAddress, type Match, matchRoute } from './match-route'
import { passOn } from './pass-on'
import { databaseAnswers, handleProbe } from './probes'
import { parseTarget, type RequestTarget } from './request-target'
import { resolveRecord } from './resolve-record'
import { framedPolicy, studioPolicy } from './security-headers'

export type Site = { next: Handler; dev: boolean; jobsRunning: () => boolean }
type Exchange = { site: Site; request: IncomingMessage; response: ServerResponse }

/** What a route handler can be made for. */
const handlerMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const LARGEST_BODY = 4 * 1024 * 1024

const readOnly = (request: IncomingMessage) => request.method === 'GET' || request.method === 'HEAD'

/** Says whether it is worth trying again: while the database is away everything fails, and nothing is broken. */
async function sendFailure(
  request: IncomingMessage,
  response: ServerResponse,
  errorId: string,
): Promise<void> {
  if (await databaseAnswers()) return sendError(request, response, 500, { errorId })
  return sendError(request, response, 503, { errorId, headers: { 'Retry-After': '10' } })
}

async function sendPage(
  { site, request, response }: Exchange,
  match: Match,
  target: RequestTarget,
): Promise<void> {
  const fill = await fillPage(site.next, fillAddress(match, target.path, target.query))
  if (fill.status !== 200) return sendFailure(request, response, fill.requestId)
  const headers = { ETag: fill.etag, 'Cache-Control': match.route.cache ?? 'no-cache' }
  const known = String(request.headers['if-none-match'] ?? '').includes(fill.etag)
  if (known)
    return sendAnswer(request, response, { status: 304, headers, type: fill.type, body: Buffer.alloc(0) })
  return sendAnswer(request, response, { status: 200, headers, type: fill.type, body: fill.body })
}

/** Public addresses, and all that the table doesn't know. */
async function handlePublic(exchange: Exchange, match: Match | null, target: RequestTarget): Promise<void> {
  const { request, response } = exchange
  if (!readOnly(request)) {
    if (!match) return sendError(request, response, 404)
    return sendError(request, response, 405, { headers: { Allow: 'GET, HEAD' } })
  }
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

/** The reader's page as the studio frames it: by the person's session, and without script like the page itself. */
async function handleFramed({ site, request, response }: Exchange, target: RequestTarget): Promise<void> {
  if (!readOnly(request)) return sendError(request, response, 405, { headers: { Allow: 'GET, HEAD' } })
  const address = target.query.size ? `${target.path}?${target.query}` : target.path
  const { status, type, body, requestId, location } = await fillFor(
    site.next,
    address,
    request.headers.cookie,
  )
  if (status === 404) return sendError(request, response, 404)
  if (status >= 400) return sendFailure(request, response, requestId)
  const headers = { 'Content-Security-Policy': framedPolicy, 'Cache-Control': 'private, no-store' }
  const sentOn = location ? { ...headers, Location: location } : headers
  await sendAnswer(request, response, { status, headers: sentOn, type, body })
}

/** Why a body can't be taken; null when it can. A length is wanted, so that the cap holds before anything is read. */
function bodyProblem(request: IncomingMessage): 411 | 413 | null {
  if (request.headers['transfer-encoding']) return 411
  return Number(request.headers['content-length'] ?? 0) > LARGEST_BODY ? 413 : null
}

/** Studio, sign-in, handlers and files of the build: Next answers the client itself, under our headers. */
async function handlePrivate({ site, request, response }: Exchange, { route }: Match): Promise<void> {
  // Next fails on others: the web's own Request can't be made with TRACE or CONNECT (Fetch, 5.3).
  if (!handlerMethods.includes(request.method ?? ''))
    return sendError(request, response, 405, { headers: { Allow: handlerMethods.join(', ') } })
  const problem = bodyProblem(request)
  if (problem) return sendError(request, response, problem, { headers: { Connection: 'close' } })
  const nonce = randomBytes(16).toString('base64')
  const policy = studioPolicy(nonce, site.dev)
  cleanRequest(request, randomUUID())
  request.headers['content-security-policy'] = policy
  request.headers['x-nonce'] = nonce
  const immutable = route.kind === 'asset' && !site.dev
  await passOn(site.next, request, response, {
    'Content-Security-Policy': policy,
    'Cache-Control': immutable ? 'public, max-age=31536000, immutable' : 'private, no-store',
  })
}

/** What Next's tools ask for while developing lies outside the table. */
function matchDevelopment(path: string): Match | null {
  return /^\/(_next|__nextjs)/.test(path) ? { route: { kind: 'asset', path }, params: {} } : null
}

async function route(exchange: Exchange): Promise<void> {
  const { site, request, response } = exchange
  const target = parseTarget(request.url ?? '')
  if (!target) return sendError(request, response, 400)
  if (await handleProbe(target.path, site, request, response)) return
  const match = matchRoute(target.path) ?? (site.dev ? matchDevelopment(target.path) : null)
  if (!match || match.route.kind === 'reader') return handlePublic(exchange, match, target)
  if (match.route.kind === 'framed') return handleFramed(exchange, target)
  return handlePrivate(exchange, match)
}

/** Answers one request; whatever goes wrong, with a page and an id that the log has. */
export async function handleRequest(
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await route({ site, request, response })
  } catch (error) {
    const errorId = logError(error, { method: request.method, url: request.url })
    if (response.headersSent) response.destroy()
    else await sendFailure(request, response, errorId)
  }
}
