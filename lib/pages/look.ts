import { setTimeout as pause } from 'node:timers/promises'
import { fetchOutgoing, type Outgoing } from '@/lib/outgoing/fetch-outgoing'
import { type Network, publicNetwork } from '@/lib/outgoing/network'
import { OutgoingError } from '@/lib/outgoing/outgoing-error'
import { decodePage } from './charset'
import { readPage, withOembed } from './facts'
import { isChallenge } from './guards'
import { deservesNonsense, judgePage, type Look, type PageJudgement } from './judge'
import { readOembed } from './oembed'
import type { PageFacts } from './schema'

export type LookOptions = {
  /** For tests, which have servers of their own. */
  network?: Network
  /** Pause between a look that found nothing and the second, in ms. */
  pauseMs?: number
  /** For everything that is asked for one page, in ms. */
  limitMs?: number
}

export type Looked = PageJudgement & {
  status: number | null
  finalAddress: string
  facts: PageFacts | null
}

/** Of a page, decompressed: the head and any article fit, and no page keeps us busy for long. */
const PAGE_BYTES = 1024 * 1024
const OEMBED_BYTES = 128 * 1024
const GUARD_BYTES = 64 * 1024
const MOST_REFRESHES = 2
const HEAD_MS = 4000
const PAUSE_MS = 2000
/**
 * For everything that is asked for one page: a server that stops waits no longer for its jobs (server/shutdown.ts), and a
 * job that was cut off would keep its queue for hours.
 */
const LOOK_MS = 16_000
const ENOUGH_MS = 8_000

/** What a look may reach, and how much of its time is left, in ms. */
type Reach = { network: Network; left: () => number }

function reachOf(network: Network, limitMs: number): Reach {
  const ends = performance.now() + limitMs
  return { network, left: () => Math.max(1, Math.round(ends - performance.now())) }
}

const typeOf = ({ headers }: Outgoing) => headers['content-type'] ?? ''

/** Asks for a page, and where it sends readers on by itself, for that one. */
async function fetchPage(address: string, { network, left }: Reach): Promise<Look> {
  let asked = address
  try {
    for (let refreshes = 0; ; refreshes += 1) {
      const found = await fetchOutgoing(asked, { network, maxBytes: PAGE_BYTES, limitMs: left() })
      const { url, status, headers, body } = found
      const challenge = isChallenge(status, headers, body.subarray(0, GUARD_BYTES).toString('latin1'))
      const isPage = status >= 200 && status < 300 && found.cut !== 'encoding'
      const facts = isPage ? readPage({ body, contentType: typeOf(found), address: url }) : null
      if (!facts?.refresh || facts.refresh === url || refreshes >= MOST_REFRESHES)
        return {
          kind: 'answered',
          address: url,
          status,
          challenge,
          facts,
          sameAsNonsense: null,
          isCut: found.cut !== null,
        }
      asked = facts.refresh
    }
  } catch (error) {
    if (!(error instanceof OutgoingError)) throw error
    return { kind: 'failed', address: error.url, reason: error.reason }
  }
}

/** What the page left unsaid, from its oEmbed description: fetched only where that may help. */
async function fetchOembed(facts: PageFacts, { network, left }: Reach): Promise<PageFacts> {
  if (!facts.oembed || (facts.title !== '' && facts.authors.length > 0)) return facts
  try {
    const accept = 'application/json,text/xml;q=0.9'
    const found = await fetchOutgoing(facts.oembed, {
      network,
      accept,
      maxBytes: OEMBED_BYTES,
      limitMs: left(),
    })
    if (found.status !== 200 || found.cut !== null || /^(?:image|video|audio)\//i.test(typeOf(found)))
      return facts
    return withOembed(facts, readOembed(decodePage(found.body, typeOf(found))))
  } catch (error) {
    if (error instanceof OutgoingError) return facts
    throw error
  }
}

/** Whether the site answers with just this page whatever it is asked for. */
async function isSameAsNonsense(address: string, facts: PageFacts, reach: Reach): Promise<boolean> {
  const nonsense = new URL(address)
  nonsense.pathname = nonsense.pathname.replace(/\/?$/, '-gleaner-asks-for-no-such-page-7q2x')
  nonsense.search = ''
  const other = await fetchPage(nonsense.href, reach)
  return other.kind === 'answered' && other.facts?.title === facts.title && other.facts.text === facts.text
}

async function lookOnce(address: string, reach: Reach): Promise<Looked> {
  let look: Look = await fetchPage(address, reach)
  if (look.kind === 'answered' && look.facts) {
    const { facts } = look
    if (look.status === 200 && deservesNonsense(address, facts))
      look = { ...look, sameAsNonsense: await isSameAsNonsense(look.address, facts, reach) }
    if (look.kind === 'answered' && !look.challenge)
      look = { ...look, facts: await fetchOembed(facts, reach) }
  }
  const judgement = judgePage(address, look)
  const finalAddress = look.address
  if (look.kind === 'failed') return { ...judgement, status: null, finalAddress, facts: null }
  const isTrue = judgement.outcome === 'OK' || judgement.outcome === 'MOVED'
  // What a guard, a door or an error page says is not what the page says.
  return { ...judgement, status: look.status, finalAddress, facts: isTrue ? look.facts : null }
}

/** Whether a HEAD tells enough: it answers, and there are no words to read. */
async function headOf(address: string, network: Network): Promise<Looked | null> {
  try {
    const found = await fetchOutgoing(address, { method: 'HEAD', network, limitMs: HEAD_MS })
    const type = typeOf(found)
    if (found.status !== 200 || type === '' || /html|xml|text\//i.test(type)) return null
    const answered = {
      kind: 'answered',
      status: 200,
      challenge: false,
      facts: null,
      sameAsNonsense: null,
      isCut: false,
    } as const
    const judgement = judgePage(address, { ...answered, address: found.url })
    return { ...judgement, status: 200, finalAddress: found.url, facts: null }
  } catch (error) {
    // Some servers don’t know HEAD; a GET tells.
    if (error instanceof OutgoingError) return null
    throw error
  }
}

/** Checks whether readers can reach a page: by HEAD where that tells, else as `lookAt` does. */
export async function checkAt(address: string, options: LookOptions = {}): Promise<Looked> {
  return (await headOf(address, options.network ?? publicNetwork)) ?? lookAt(address, options)
}

/**
 * Looks at a page of the public internet: what it says of itself, and whether readers can reach it. Bounded in time,
 * size and redirects (docs/trust.md); a page that is not there is asked for twice.
 * @param address as `askedAddress` gives it
 */
export async function lookAt(address: string, options: LookOptions = {}): Promise<Looked> {
  const { network = publicNetwork, pauseMs = PAUSE_MS, limitMs = LOOK_MS } = options
  const reach = reachOf(network, limitMs)
  const looked = await lookOnce(address, reach)
  if (looked.status !== null && (looked.outcome !== 'DEAD' || looked.status < 500)) return looked
  // One that kept us waiting so long the first time has had its chance.
  if (reach.left() < ENOUGH_MS + pauseMs) return looked
  await pause(pauseMs)
  return lookOnce(address, reach)
}
