import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { isIP } from 'node:net'
import { TLSSocket } from 'node:tls'
import { env } from '@/lib/env/env'
import { guardedLookup, type Network } from './network'
import { OutgoingError, outgoingErrorOf } from './outgoing-error'
import { ACCEPT_ENCODING } from './read-capped'
import { endpointOf } from './rules'

export type Asked = {
  response: IncomingMessage
  /** When the certificate that was shown ends; null over http. */
  certificateExpiresAt: Date | null
}

export type Method = 'GET' | 'HEAD'
export type Asking = {
  method: Method
  network: Network
  accept: string
  signal: AbortSignal
  /** Besides those that every request has. */
  headers: Record<string, string>
}

function endOfCertificate({ socket }: IncomingMessage): Date | null {
  if (!(socket instanceof TLSSocket)) return null
  const end = new Date(socket.getPeerCertificate().valid_to)
  return Number.isNaN(end.getTime()) ? null : end
}

/**
 * Sends one request over a connection of its own and gives the answer, its body unread.
 * @throws OutgoingError
 */
export function askOnce(url: URL, { method, network, accept, signal, headers }: Asking): Promise<Asked> {
  const { host, port } = endpointOf(url)
  // Node looks up names only, so an address written as such is checked here.
  if (isIP(host) && !network.allows(host, port)) throw new OutgoingError('refused', url.href)
  const options = {
    // A new agent for each: no connection, no TLS session of another request is used again.
    agent: false,
    method,
    lookup: guardedLookup(network, url, port),
    signal,
    headers: {
      ...headers,
      accept,
      'accept-encoding': ACCEPT_ENCODING,
      'user-agent': `Mozilla/5.0 (compatible; Gleaner; +${env().APP_URL})`,
    },
    ...(network.ca ? { ca: network.ca } : {}),
  }
  return new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? https.request(url, options) : http.request(url, options)
    request.on('response', (response) => {
      // Whoever reads the body hears of it there; without a listener a cut between two reads would end the process.
      response.on('error', () => undefined)
      resolve({ response, certificateExpiresAt: endOfCertificate(response) })
    })
    request.on('error', (error) => reject(outgoingErrorOf(error, url.href, signal.aborted)))
    request.end()
  })
}
