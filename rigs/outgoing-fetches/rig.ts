import { isUrl } from '@/lib/address/is-url'
import { fetchOutgoing } from '@/lib/outgoing/fetch-outgoing'
import { type Network, publicNetwork } from '@/lib/outgoing/network'
import { OutgoingError } from '@/lib/outgoing/outgoing-error'
import { isPublicAddress } from '@/lib/outgoing/rules'
import { type LocalSite, startSite } from '@/lib/testing/local-site'
import { seededRandom } from '@/rigs/random'
import type { Rig } from '@/rigs/rig'
import { targetsFor } from './targets'

const sizes = { full: 3000, short: 200 }
const LIMIT_MS = 2000

const inside = { address: '127.0.0.1', family: 4 }

/** The public internet's rules, where whoever answers for names says that every one of them is inside. */
const lyingNames: Network = { ...publicNetwork, resolve: async () => [inside] }

/** Tries one address. @returns what went wrong, in words; null when it was refused */
async function tryTarget(target: string, network: Network): Promise<string | null> {
  try {
    const { status } = await fetchOutgoing(target, { network, limitMs: LIMIT_MS })
    return `${target} was fetched: ${status}`
  } catch (error) {
    const refused = error instanceof OutgoingError && ['address', 'refused'].includes(error.reason)
    return refused ? null : `${target} was tried: ${error}`
  }
}

async function tryAll(targets: string[], network: Network): Promise<string[]> {
  const breaches: string[] = []
  for (const target of targets) breaches.push((await tryTarget(target, network)) ?? '')
  return breaches.filter(Boolean)
}

/** Whether a `Location` leads away from the site that says it; what is no address at all is tried too. */
function leadsAway(target: string): boolean {
  const front = 'http://front.test/'
  return !isUrl(target, front) || new URL(target, front).hostname !== 'front.test'
}

/** A site that may be asked and sends everybody on to each of the targets. */
async function tryRedirects(targets: string[]): Promise<string[]> {
  const front = await startSite((request, response) => {
    const index = Number(request.url?.slice(1))
    // As servers do: the bytes of UTF-8, which headers take one by one.
    const location = Buffer.from(targets[index] ?? '').toString('latin1')
    response.writeHead([301, 302, 303, 307, 308][index % 5] ?? 302, { location }).end()
  })
  const network: Network = {
    allows: (address, port) =>
      isPublicAddress(address) || (address === inside.address && port === front.port),
    resolve: lyingNames.resolve,
  }
  try {
    return await tryAll(
      targets.map((_, index) => `http://front.test:${front.port}/${index}`),
      network,
    )
  } finally {
    await front.close()
  }
}

/** Names that are public when first asked about and inside ever after, or both at once. */
async function tryRebinding(victim: LocalSite, rounds: number): Promise<string[]> {
  const outside = { address: '127.0.0.1', family: 4 }
  const within = { address: '::1', family: 6 }
  const decoy = await startSite((_request, response) => {
    response.writeHead(302, { location: `http://rebound.test:${victim.port}/` }).end()
  })
  const breaches: string[] = []
  try {
    for (let round = 0; round < rounds; round += 1) {
      let asked = 0
      const resolve = async () => {
        asked += 1
        if (round % 3 === 0) return [outside, within]
        return asked === 1 ? [outside] : [within]
      }
      const network = { allows: (address: string) => address === outside.address, resolve }
      const breach = await tryTarget(`http://rebound.test:${decoy.port}/`, network)
      if (breach) breaches.push(breach)
      if (round % 3 !== 0 && asked !== 2) breaches.push(`a name was resolved ${asked} times for 2 requests`)
    }
  } finally {
    await decoy.close()
  }
  return breaches
}

/** A network without our rules must reach the server, or nothing is proved by not reaching it. */
async function isBlind(victim: LocalSite): Promise<boolean> {
  const before = victim.connections()
  const open: Network = { allows: () => true, resolve: async () => [inside] }
  for (const host of ['127.0.0.1', '2130706433', '0x7f.1', 'acme.test'])
    await fetchOutgoing(`http://${host}:${victim.port}/`, { network: open }).catch(() => undefined)
  return victim.connections() - before !== 4
}

export const outgoingFetches: Rig = {
  name: 'outgoing fetches',
  bar: 'no address, redirect or name that changes leads inside: 0 connections',
  run: async ({ full }) => {
    const random = seededRandom(Math.trunc(Math.random() * 2 ** 31))
    const victim = await startSite((_request, response) => response.end('inside'), { host: null })
    try {
      const blind = await isBlind(victim)
      const before = victim.connections()
      const targets = targetsFor(victim.port, full ? sizes.full : sizes.short, random)
      const redirected = targets.filter(leadsAway)
      const rebindings = full ? 300 : 30
      const breaches = [
        ...(await tryAll(targets, lyingNames)),
        ...(await tryRedirects(redirected)),
        ...(await tryRebinding(victim, rebindings)),
        ...(blind ? ['the rig is blind: a network without rules did not reach the server'] : []),
      ]
      const made = victim.connections() - before
      if (made > 0) breaches.push(`${made} connections`)
      const rounds = targets.length + redirected.length + rebindings
      return {
        rounds,
        breaches,
        figure: `${targets.length} addresses, written and redirected to, ${rebindings} changing names, ${made} connections`,
      }
    } finally {
      await victim.close()
    }
  },
}
