import { lookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import { OutgoingError } from './outgoing-error'
import { isPublicAddress } from './rules'

export type Resolved = { address: string; family: number }

/** What a fetch may reach and how it finds it. Handed in by tests, which have servers of their own; never a setting. */
export type Network = {
  /** Whether a connection to this IP address and port may be made. */
  allows: (address: string, port: number) => boolean
  /** Every address of a host's name. */
  resolve: (host: string) => Promise<Resolved[]>
  /** PEM of the authorities to trust instead of the usual ones. */
  ca?: string
}

/** The internet, and nothing that only machines nearby can reach. */
export const publicNetwork: Network = {
  allows: isPublicAddress,
  resolve: (host) => lookup(host, { all: true }),
}

/**
 * Resolves for one connection and checks what came of it, so that what was checked is what is connected to: a name that
 * answers differently the next time gains nothing. One address that is refused refuses the name.
 */
export function guardedLookup(network: Network, url: URL, port: number): LookupFunction {
  return (host, options, callback) => {
    const fail = (error: Error) => callback(error, '', 0)
    network.resolve(host).then((found) => {
      const [first] = found
      if (!first) return fail(new OutgoingError('unknown_host', url.href))
      if (!found.every(({ address }) => network.allows(address, port))) {
        return fail(new OutgoingError('refused', url.href))
      }
      if (options.all) return callback(null, found)
      return callback(null, first.address, first.family)
    }, fail)
  }
}
