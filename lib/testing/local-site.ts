import { readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Network } from '@/lib/outgoing/network'

const fixture = (name: string) => readFileSync(`lib/testing/fixtures/${name}`, 'utf8')

export type LocalSite = {
  port: number
  /** Where every name is this site, and nothing else may be reached. */
  network: Network
  /** How many connections it has been asked for. */
  connections: () => number
  close: () => Promise<void>
}

export type LocalSiteOptions = {
  /** Over https, with a certificate for `acme.test`, `www.acme.test` and `other.test` that ends in a hundred years. */
  secure?: boolean
  /** Where it listens; null for every address of this machine. */
  host?: string | null
}

/** A web server on this machine, for what fetches from others. */
export async function startSite(
  answer: RequestListener,
  { secure = false, host = '127.0.0.1' }: LocalSiteOptions = {},
): Promise<LocalSite> {
  const server = secure
    ? createSecureServer({ key: fixture('site.key'), cert: fixture('site.crt') }, answer)
    : createServer(answer)
  let connections = 0
  server.on('connection', () => {
    connections += 1
  })
  await new Promise<void>((done) => server.listen({ port: 0, ...(host ? { host } : {}) }, done))
  const { port } = server.address() as AddressInfo
  return {
    port,
    network: {
      allows: (address, asked) => address === '127.0.0.1' && asked === port,
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
      ...(secure ? { ca: fixture('site.crt') } : {}),
    },
    connections: () => connections,
    close: () => {
      server.closeAllConnections()
      return new Promise((done) => server.close(() => done()))
    },
  }
}
