import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { standsForOneClient } from '@/lib/accounts/client-address'
import { now } from '@/lib/clock/clock'
import { logError } from '@/lib/log/log'
import type { GoRequest } from '@/server/clicks/click-counter'
import { sendError } from './answer'
import { type Exchange, readsOnly, refuseWrite, type Site, sendFailure } from './exchange'
import { commonHeaders, emptyPolicy } from './security-headers'

const header = (value: string | string[] | undefined): string =>
  Array.isArray(value) ? value.join(',') : (value ?? '')

/** Found out once for each connection, which costs more than all else that is asked of a request. */
const peers = new WeakMap<Socket, string | null>()

function peerOf(socket: Socket): string | null {
  const known = peers.get(socket)
  if (known !== undefined) return known
  const { remoteAddress = '' } = socket
  const peer = standsForOneClient(remoteAddress) ? remoteAddress : null
  peers.set(socket, peer)
  return peer
}

const factsOf = ({ headers, method = 'GET', socket }: IncomingMessage): GoRequest => ({
  method,
  purpose: header(headers['sec-purpose'] ?? headers.purpose ?? headers['x-moz']),
  userAgent: header(headers['user-agent']),
  peer: peerOf(socket),
  forwardedFor: header(headers['x-forwarded-for']),
})

let always: string[] | null = null

/** The headers of every such answer, as Node takes them with the least work. */
function headersOf(url: string): string[] {
  always ??= Object.entries({
    ...commonHeaders(),
    'Content-Security-Policy': emptyPolicy,
    'Content-Length': '0',
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex',
  }).flat()
  return [...always, 'Location', url]
}

function leadTo(response: ServerResponse, url: string): void {
  response.writeHead(302, headersOf(url))
  response.end()
}

const PREFIX = '/go/'

/** The id in an address of a counted link; the query, which mail programs add to, means nothing. */
function idIn(address: string): string {
  const end = address.indexOf('?')
  return address.slice(PREFIX.length, end === -1 ? undefined : end)
}

/**
 * Answers a counted link whose target is known, and says whether it did. Without a promise: Next watches every one of
 * this process, and four of them cost more than all the rest.
 */
export function answerGo(site: Site, request: IncomingMessage, response: ServerResponse): boolean {
  const { url: address = '', method } = request
  if (!address.startsWith(PREFIX) || (method !== 'GET' && method !== 'HEAD')) return false
  const id = idIn(address)
  const url = site.clicks.known(id)
  if (url === undefined) return false
  const fail = (error: unknown) => {
    const errorId = logError(error, { clicks: 'not counted' })
    sendFailure({ site, request, response }, errorId).catch(() => response.destroy())
  }
  try {
    const answer = (error?: unknown) => (error === undefined ? leadTo(response, url) : fail(error))
    site.clicks.count(id, factsOf(request), now(), answer)
  } catch (error) {
    fail(error)
  }
  return true
}

/**
 * `/go/ID`: counts the click and leads on (302). The row decides where to and nothing in the address does, so it can't
 * be made to lead elsewhere.
 */
export async function handleGo(exchange: Exchange, id: string): Promise<void> {
  const { site, request, response } = exchange
  if (!readsOnly(exchange)) return refuseWrite(exchange)
  const url = await site.clicks.find(id)
  if (url === null) return sendError(request, response, 404)
  await new Promise<void>((done, fail) => {
    site.clicks.count(id, factsOf(request), now(), (error) => (error === undefined ? done() : fail(error)))
  })
  leadTo(response, url)
}
