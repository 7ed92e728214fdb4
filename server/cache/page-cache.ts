import { LRUCache } from 'lru-cache'
import { logError } from '@/lib/log/log'
import { Flights } from './flights'
import { type Ask, type Kept, makeKept, type Outcome, sizeOf, type Variant, withPacked } from './kept'
import { type Packing, pack } from './pack'
import { isShowable } from './showable'
import type { Standing } from './standing'

/** What somebody who asked is given. */
export type Asked = { found: 'kept'; kept: Kept } | Exclude<Outcome, { found: 'answer' }>

const SEARCHES_SHARE = 1 / 8
/** How long somebody waits for a page to be made anew where there is an older one to show. */
const PATIENCE_MS = 1_000
/** For how long a page that could not be made anew is shown as it is, before that is tried again. */
const HOLD_MS = 1_000
/** How many pages are made anew after a publication before anybody asks: those read last. */
const RENEWED = 30
/** Pause before the first of them, in ms: whoever published is answered first, and so are the first who read. */
const RENEWING_AFTER_MS = 250
/** Pause before each of the others, in times of what the last one took: readers share the one thread. */
const RENEWING_REST = 3
/** How many pages that show what was withdrawn are made anew, without pauses. */
const MOST_RENEWED = 300
/** How many bodies are compressed at a time; further ones are sent as they are. */
const MOST_PACKING = 64

function openRoom(bytes: number): LRUCache<string, Kept> {
  return new LRUCache({ maxSize: Math.max(1, Math.floor(bytes)), sizeCalculation: sizeOf })
}

/** Null after `ms`. */
const late = (ms: number) =>
  new Promise<null>((done) => {
    setTimeout(done, ms, null).unref()
  })

/**
 * Keeps readers' pages in memory, bounded in bytes. A page is kept until something is published; then it is made anew
 * for the first who asks, and all who ask meanwhile wait for the same one. Where it can't be made, the old one is shown
 * if nothing on it was taken from readers.
 */
export class PageCache {
  readonly #rooms: { pages: LRUCache<string, Kept>; searches: LRUCache<string, Kept> } | null
  readonly #flights: Flights<Asked>
  readonly #held = new WeakMap<Kept, number>()
  readonly #packing = new Map<Variant, Partial<Record<Packing, ((kept: Kept) => void)[]>>>()

  /**
   * @param bytes of memory for all that is kept; 0 to keep nothing
   * @param hears whether publications are heard of; while they aren't, the database is away, and nobody waits for it
   */
  constructor(
    private readonly standing: Standing,
    bytes: number,
    private readonly hears: () => boolean,
  ) {
    this.#rooms =
      bytes > 0
        ? { pages: openRoom(bytes * (1 - SEARCHES_SHARE)), searches: openRoom(bytes * SEARCHES_SHARE) }
        : null
    this.#flights = new Flights(() => this.standing.known.generation)
    standing.watch((change) => {
      if (change === 'earlier') this.clear()
      else this.#renewRecent().catch(() => undefined)
    })
  }

  /** Bytes and number of what is kept. */
  get held(): { bytes: number; entries: number } {
    const rooms = Object.values(this.#rooms ?? {})
    return {
      bytes: rooms.reduce((sum, room) => sum + room.calculatedSize, 0),
      entries: rooms.reduce((sum, room) => sum + room.size, 0),
    }
  }

  clear(): void {
    for (const room of Object.values(this.#rooms ?? {})) room.clear()
  }

  /** What can be answered without waiting for anything. Makes no promise: Next watches every one of this process. */
  atOnce(address: string): Kept | undefined {
    const kept = this.#find(address)
    return kept && this.#isFresh(kept) ? kept : undefined
  }

  /**
   * What is at an address: kept, or made now.
   * @throws what making it threw, where there is nothing older to show
   */
  async ask(ask: Ask): Promise<Asked> {
    const old = this.#showable(ask.address)
    if (!old) return this.#fly(ask)
    if (this.#isFresh(old)) return { found: 'kept', kept: old }
    if (this.#isHeld(old)) return { found: 'kept', kept: old }
    const flight = this.#flyOrHold(ask, old)
    if (!this.hears() || this.#isGoodMeanwhile(old)) return { found: 'kept', kept: old }
    const asked = await Promise.race([flight, late(PATIENCE_MS)])
    if (asked) return asked
    const still = this.#showable(ask.address)
    if (!still) return this.#fly(ask)
    this.#hold(still)
    return { found: 'kept', kept: still }
  }

  /**
   * Compresses a kept answer in one more way, and keeps that too.
   * @param done gets the answer with that form; as it was where it can't be had now
   */
  pack(kept: Kept, packing: Packing, done: (kept: Kept) => void): void {
    const before = this.#packing.get(kept.plain)
    const waiting = before?.[packing]
    if (waiting) waiting.push(done)
    else if (!before && this.#packing.size >= MOST_PACKING) done(kept)
    else this.#beginPacking(kept, packing, done)
  }

  #beginPacking(kept: Kept, packing: Packing, done: (kept: Kept) => void): void {
    const { plain } = kept
    const before = this.#packing.get(plain)
    this.#packing.set(plain, { ...before, [packing]: [done] })
    pack(plain.body, packing, (error, body) => {
      const made = error ? kept : this.#addForm(kept, packing, body)
      const { [packing]: told = [], ...others } = this.#packing.get(plain) ?? {}
      if (Object.keys(others).length > 0) this.#packing.set(plain, others)
      else this.#packing.delete(plain)
      for (const tell of told) tell(made)
    })
  }

  #addForm(kept: Kept, packing: Packing, body: Buffer): Kept {
    const now = this.#find(kept.ask.address)
    if (now?.plain !== kept.plain) return withPacked(kept, packing, body)
    const made = withPacked(now, packing, body)
    this.#room(made)?.set(made.ask.address, made)
    return made
  }

  #find(address: string): Kept | undefined {
    return this.#rooms?.pages.get(address) ?? this.#rooms?.searches.get(address)
  }

  #room({ ask: { route } }: Kept): LRUCache<string, Kept> | undefined {
    if (route && !route.keep) return undefined
    return this.#rooms?.[route?.keep?.room ?? 'pages']
  }

  #isFresh(kept: Kept): boolean {
    return kept.generation === this.standing.known.generation && performance.now() < kept.freshUntil
  }

  /** Same generation, but past its time: served as it is while a new one is made. */
  #isGoodMeanwhile({ generation, ask: { route } }: Kept): boolean {
    return generation === this.standing.known.generation && route?.keep?.fresh !== 0
  }

  #showable(address: string): Kept | undefined {
    const kept = this.#find(address)
    return kept && isShowable(kept, this.standing.known) ? kept : undefined
  }

  #isHeld(kept: Kept): boolean {
    return performance.now() < (this.#held.get(kept) ?? 0)
  }

  #fly(ask: Ask): Promise<Asked> {
    const alone = ask.route !== null && !ask.route.keep?.fresh
    return this.#flights.share(ask.address, alone, () => this.#make(ask))
  }

  /** Null where the page could not be made anew; the old one is then shown for a while, and nobody waits. */
  async #flyOrHold(ask: Ask, old: Kept): Promise<Asked | null> {
    const asked = await this.#fly(ask).catch((error) => {
      // While nothing is heard the database is away, which is known.
      if (this.hears()) logError(error, { address: ask.address })
      return null
    })
    if (asked && asked.found !== 'failure' && asked.found !== 'busy') return asked
    this.#hold(old)
    return null
  }

  #hold(kept: Kept): void {
    this.#held.set(kept, performance.now() + HOLD_MS)
  }

  async #make(ask: Ask): Promise<Asked> {
    const { generation } = this.standing.known
    const outcome = await ask.load()
    if (outcome.found === 'answer') {
      const kept = makeKept(ask, generation, outcome.answer)
      this.#put(kept)
      // What it shows was withdrawn while it was made.
      return isShowable(kept, this.standing.known) ? { found: 'kept', kept } : this.#make(ask)
    }
    if (outcome.found === 'gone' || outcome.found === 'nothing') this.#drop(ask.address)
    return outcome
  }

  #put(kept: Kept): void {
    if (kept.generation > this.standing.known.generation) return
    const before = this.#find(kept.ask.address)
    if (before && before.generation > kept.generation) return
    this.#room(kept)?.set(kept.ask.address, kept)
  }

  #drop(address: string): void {
    for (const room of Object.values(this.#rooms ?? {})) room.delete(address)
  }

  /**
   * First those that show what was just withdrawn, since they can't be shown until then; then those read last, with
   * pauses. One after another, so that nobody who publishes or reads waits for more than one of them.
   */
  async #renewRecent(): Promise<void> {
    const { known } = this.standing
    const all = [...(this.#rooms?.pages.values() ?? [])]
    const isCurrent = () => this.standing.known.generation === known.generation
    for (const kept of all.filter((each) => !isShowable(each, known)).slice(0, MOST_RENEWED)) {
      if (!isCurrent()) return
      await this.#renew(kept)
    }
    let pause = RENEWING_AFTER_MS
    for (const kept of all.slice(0, RENEWED)) {
      await late(pause)
      if (!isCurrent()) return
      const began = performance.now()
      await this.#renew(kept)
      pause = (performance.now() - began) * RENEWING_REST
    }
  }

  /** Makes a page anew that is old and has a time for which it is kept. */
  async #renew({ ask }: Kept): Promise<void> {
    const old = this.#find(ask.address)
    if (old && ask.route?.keep?.fresh && !this.#isFresh(old)) await this.#flyOrHold(ask, old)
  }
}
