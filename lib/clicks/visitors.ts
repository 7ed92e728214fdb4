import { hash, randomBytes } from 'node:crypto'
import { type ClickRequest, classifyClick, type RecentClick, rememberClick, type Verdict } from './rules'

/** Size of each of two maps: when the newer is full the older is dropped whole, so nothing is searched for to evict. */
const MAX_VISITORS = 25_000
const DAY_MS = 86_400_000
const NOBODY: readonly RecentClick[] = []

const newSalt = () => randomBytes(32).toString('base64')

/**
 * What visitors did lately, in memory alone. A visitor is a hash of address and browser by a salt of today; both are
 * thrown away with the day, and with the process.
 */
export class Visitors {
  #salt = newSalt()
  #day = 0
  #recent = new Map<string, RecentClick[]>()
  #before = new Map<string, RecentClick[]>()

  /** The visitor's hash at `at` (milliseconds). */
  nameOf(address: string, userAgent: string, at: number): string {
    const day = Math.floor(at / DAY_MS)
    if (day !== this.#day) {
      this.#salt = newSalt()
      this.#day = day
      this.#recent.clear()
      this.#before.clear()
    }
    return hash('sha256', `${this.#salt}${address}\n${userAgent}`, 'base64')
  }

  /** Says what a request is, and remembers it for the next. */
  classify(request: ClickRequest): Verdict {
    const { visitor, target, at } = request
    if (visitor === null) return classifyClick(request, NOBODY)
    const recent = this.#recall(visitor)
    const verdict = classifyClick(request, recent)
    for (const click of verdict.takenBack) click.kind = 'burst'
    rememberClick(recent, { target, at, kind: verdict.kind })
    return verdict
  }

  #recall(visitor: string): RecentClick[] {
    const known = this.#recent.get(visitor)
    if (known) return known
    if (this.#recent.size >= MAX_VISITORS) {
      this.#before = this.#recent
      this.#recent = new Map()
    }
    const recent = this.#before.get(visitor) ?? []
    this.#recent.set(visitor, recent)
    return recent
  }
}
