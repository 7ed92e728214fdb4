import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import fresh from 'fresh'
import { LRUCache } from 'lru-cache'
import Negotiator from 'negotiator'
import { offered, type Packing } from '@/server/cache/pack'

export type Coding = Packing | 'identity'

/** The package's types don't know of the second list yet. */
type Preferring = { encodings: (available: Coding[], options: { preferred: Coding[] }) => Coding[] }

const available: Coding[] = [...offered, 'identity']
/** By the text of the header, of which each browser has one. Bounded: a client may send a new one each time. */
const known = new LRUCache<string, Coding[]>({ max: 200 })
const LONGEST_KNOWN = 200

function read(header: string): Coding[] {
  const negotiator = new Negotiator({ headers: { 'accept-encoding': header } }) as unknown as Preferring
  return negotiator.encodings(available, { preferred: available })
}

/**
 * What a client takes, the best first (RFC 9110, 12.5.3). Where it takes nothing that we have, the body goes as it is:
 * that every program can read.
 */
export function codingsFor(header: string | string[] | undefined): Coding[] {
  const text = String(header ?? '')
  if (text.length > LONGEST_KNOWN) return read(text)
  const before = known.get(text)
  if (before) return before
  const codings = read(text)
  known.set(text, codings)
  return codings
}

/** What a request says of what it takes and has. */
export type Conditions = { codings: string | undefined; isConditional: boolean }

/**
 * Read from the list of headers as it came: Node makes an object of all of them when asked for one, which takes longer
 * than all else that a page in memory needs of us. Null where one of them came twice.
 */
export function readConditions({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>): Conditions | null {
  let codings: string | undefined
  let isConditional = false
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? ''
    if (name.length !== 15 && name.length !== 13 && name.length !== 17) continue
    const known = name.toLowerCase()
    if (known === 'if-none-match' || known === 'if-modified-since') isConditional = true
    if (known !== 'accept-encoding') continue
    if (codings !== undefined) return null
    codings = rawHeaders[at + 1]
  }
  return { codings, isConditional }
}

/**
 * Whether the client has what we would send (RFC 9110, 13.1.2 and 13.1.3): tags are compared weakly, and where it sends
 * any its date means nothing.
 * @param validators with names in small letters
 */
export function clientHas(headers: IncomingHttpHeaders, validators: Record<string, string>): boolean {
  const { 'if-none-match': noneMatch, 'if-modified-since': modifiedSince } = headers
  if (noneMatch === undefined && modifiedSince === undefined) return false
  // Without its `Cache-Control: no-cache`, which every conditional `fetch` sends: it asks a cache to ask the origin,
  // and that is here.
  return fresh({ 'if-none-match': noneMatch, 'if-modified-since': modifiedSince }, validators)
}
