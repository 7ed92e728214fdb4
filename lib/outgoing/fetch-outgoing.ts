import type { IncomingHttpHeaders } from 'node:http'
import { askOnce, type Method } from './ask-once'
import { type Network, publicNetwork } from './network'
import { OutgoingError } from './outgoing-error'
import { type Cut, readCapped } from './read-capped'
import { parseRedirect, parseWritten } from './rules'

const MAX_BYTES = 5 * 1024 * 1024
const LIMIT_MS = 10_000
const MAX_REDIRECTS = 5
const redirectStatuses = new Set([301, 302, 303, 307, 308])

export type OutgoingOptions = {
  /** `HEAD` brings no body; `GET` by default. */
  method?: Method
  /** `Accept` of the request; pages by default. */
  accept?: string
  /** Further headers, such as what makes a request conditional; not sent on to where a redirect leads to another host. */
  headers?: Record<string, string>
  /** Of the body after decompression; 5 MB at most, and by default. */
  maxBytes?: number
  /** For everything together, names and redirects included; 10 s at most, and by default. */
  limitMs?: number
  /** For tests, which have servers of their own. */
  network?: Network
}

export type Redirected = { url: string; status: number }

export type Outgoing = {
  /** Where it ended, normalised, with the fragment of the address or of the redirect that set one. */
  url: string
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
  /** Why `body` is not whole; null when it is. */
  cut: Cut | null
  /** What was asked before and answered with a redirect, in order. */
  redirects: Redirected[]
  /** When the first to end of the certificates met on the way does; null where there was none. */
  certificateExpiresAt: Date | null
}

const earlier = (a: Date | null, b: Date | null) => (a && b ? (a < b ? a : b) : (a ?? b))

/**
 * Gets a page of the public internet, for an address that somebody else chose: never a machine nearby, whatever the
 * address, its redirects or its names say; bounded in time, size and redirects (docs/trust.md). No cookies, no
 * credentials. Any status is an answer; a body that was cut comes as far as it was read.
 * @throws OutgoingError when there was no answer
 */
export async function fetchOutgoing(address: string, options: OutgoingOptions = {}): Promise<Outgoing> {
  const { accept = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8', network = publicNetwork } = options
  const { method = 'GET' } = options
  const maxBytes = Math.min(options.maxBytes ?? MAX_BYTES, MAX_BYTES)
  const signal = AbortSignal.timeout(Math.min(options.limitMs ?? LIMIT_MS, LIMIT_MS))
  const redirects: Redirected[] = []
  let certificateExpiresAt: Date | null = null
  const { headers: more = {} } = options
  let url = parseWritten(address)
  const first = url?.host
  if (!url) throw new OutgoingError('address', address)
  for (;;) {
    const asked = await askOnce(url, {
      method,
      network,
      accept,
      signal,
      headers: url.host === first ? more : {},
    })
    const { response } = asked
    const { statusCode: status = 0, headers } = response
    certificateExpiresAt = earlier(certificateExpiresAt, asked.certificateExpiresAt)
    if (!redirectStatuses.has(status) || headers.location === undefined) {
      const { body, cut } = await readCapped(response, maxBytes, signal)
      return { url: url.href, status, headers, body, cut, redirects, certificateExpiresAt }
    }
    response.destroy()
    redirects.push({ url: url.href, status })
    if (redirects.length > MAX_REDIRECTS) throw new OutgoingError('redirects', url.href)
    const next: URL | null = parseRedirect(headers.location, url)
    if (!next) throw new OutgoingError('address', headers.location)
    url = next
  }
}
