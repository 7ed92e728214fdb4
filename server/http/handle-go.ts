import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { standsForOneClient } from '@/lib/accounts/client-address'
import { logError } from '@/lib/log/log'
import type { GoRequest } from '@/server/clicks/click-counter'
import { sendError } from './answer'
import { type Exchange, readsOnly, refuseWrite, type Site, sendFailure } from './exchange'
import { emptyHeaders } from './security-headers'

/** The other end of each connection, looked up once: that costs more than all else that is asked of a request. */
const peers = new WeakMap<Socket, string | null>()

function peerOf(socket: Socket): string | null {
  const known = peers.get(socket)
  if (known !== undefined) return known
  const { remoteAddress = '' } = socket
  const peer = standsForOneClient(remoteAddress) ? remoteAddress : null
  peers.set(socket, peer)
  return peer
}

/** The headers that tell what a request is, by the length of their names: no two are as long. */
const telling: Readonly<Record<number, string>> = {
  5: 'x-moz',
  7: 'purpose',
  10: 'user-agent',
  11: 'sec-purpose',
  15: 'x-forwarded-for',
}

/**
 * What the counter may see of a request, from the list of headers as it came: Node would make an object of all of them.
 * Of headers that came twice, both purposes count, the first `User-Agent`, and the last `X-Forwarded-For`, which the
 * proxy before us added.
 */
export function factsOf(request: Pick<IncomingMessage, 'rawHeaders' | 'method' | 'socket'>): GoRequest {
  const { rawHeaders, method = 'GET', socket } = request
  const facts: GoRequest = { method, purpose: '', userAgent: '', peer: peerOf(socket), forwardedFor: '' }
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? ''
    const known = telling[name.length]
    if (known === undefined || name.toLowerCase() !== known) continue
    const value = rawHeaders[at + 1] ?? ''
    if (known === 'user-agent') facts.userAgent ||= value
    else if (known === 'x-forwarded-for') facts.forwardedFor = value
    else facts.purpose = facts.purpose === '' ? value : `${facts.purpose},${value}`
  }
  return facts
}

let always: string[] | null = null

/** The headers of every such answer, as Node takes them with the least work. */
function headersOf(url: string): string[] {
  always ??= Object.entries({
    ...emptyHeaders(),
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

function failGo(site: Site, request: IncomingMessage, response: ServerResponse, error: unknown): void {
  const errorId = logError(error, { clicks: 'not counted' })
  sendFailure({ site, request, response }, errorId).catch(() => response.destroy())
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
  site.clicks.count(id, factsOf(request), (error) => {
    if (error === undefined) leadTo(response, url)
    else failGo(site, request, response, error)
  })
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
    site.clicks.count(id, factsOf(request), (error) => (error === undefined ? done() : fail(error)))
  })
  leadTo(response, url)
}
