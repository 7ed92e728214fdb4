import type { Route } from '@/server/http/routes'
import { isPackable, type Packing, variesByCoding } from './pack'

/** What was found at an address. `headers`: those that don't follow from the rest. */
export type Answerable = {
  status: 200 | 301
  type: string
  body: Buffer
  headers: Record<string, string>
  etag?: string
  lastModified?: string
}

/** What an address led to. `failure`: it could not be made, logged under this id. `busy`: too much is asked. */
export type Outcome =
  | { found: 'answer'; answer: Answerable }
  | { found: 'gone' | 'nothing' | 'busy' }
  | { found: 'failure'; errorId: string }

/** A page to be found. */
export type Ask = {
  /** The one address of it. */
  address: string
  /** Null for an address outside the table, which at most leads on. */
  route: Pick<Route, 'keep' | 'query' | 'resolve'> | null
  load: () => Promise<Outcome>
}

/** A body and its headers as Node takes them with the least work, names and values in turn. */
export type Variant = { headers: string[]; body: Buffer }

/** An answer that many get, with the forms of it that were asked for so far. It is replaced, and never changes. */
export type Kept = {
  /** How it was found, and can be again. */
  ask: Ask
  status: 200 | 301
  type: string
  /** What was published when it was begun: it shows that at least. */
  generation: number
  /** Until when it needn't be made anew, by `performance.now()`. */
  freshUntil: number
  /** As the package `fresh` wants them: names in small letters. */
  validators: Record<string, string>
  /** Headers of a 304. */
  unchanged: string[]
  plain: Variant
  packed: Partial<Record<Packing, Variant>>
  packable: boolean
}

/** What an entry takes besides its bodies: some strings, lists and objects. In bytes. */
const OVERHEAD = 2_000
/** An old address leads on until something is published. */
const REDIRECT_FRESH = 86_400

const flat = (headers: Record<string, string>) => Object.entries(headers).flat()

/** Makes an answer ready to be sent. */
export function makeKept(ask: Ask, generation: number, answer: Answerable): Kept {
  const { status, type, body, etag, lastModified } = answer
  const fresh = ask.route ? (ask.route.keep?.fresh ?? 0) : REDIRECT_FRESH
  const shared = flat({
    ...answer.headers,
    ...(variesByCoding(type) ? { Vary: 'Accept-Encoding' } : {}),
    ...(etag ? { ETag: etag } : {}),
    ...(lastModified ? { 'Last-Modified': lastModified } : {}),
  })
  return {
    ask,
    status,
    type,
    generation,
    freshUntil: performance.now() + fresh * 1_000,
    validators: { ...(etag ? { etag } : {}), ...(lastModified ? { 'last-modified': lastModified } : {}) },
    unchanged: shared,
    plain: { headers: [...shared, 'Content-Type', type, 'Content-Length', String(body.length)], body },
    packed: {},
    packable: isPackable(type, body),
  }
}

/** The same with one more form. */
export function withPacked(kept: Kept, packing: Packing, body: Buffer): Kept {
  const length = ['Content-Type', kept.type, 'Content-Length', String(body.length)]
  const headers = [...kept.unchanged, ...length, 'Content-Encoding', packing]
  return { ...kept, packed: { ...kept.packed, [packing]: { headers, body } } }
}

/** What it takes of the memory, in bytes. */
export function sizeOf({ plain, packed, ask }: Kept): number {
  const bodies = Object.values(packed).reduce((sum, { body }) => sum + body.length, plain.body.length)
  return bodies + OVERHEAD + 2 * ask.address.length
}
