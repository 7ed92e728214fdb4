import { createHash, randomBytes } from 'node:crypto'
import { type ClickRequest, classifyClick, REPEAT_MS, type RecentClick } from './rules'
import type { ClickKind } from './schema'

const MAX_VISITORS = 50_000
const DAY_MS = 86_400_000

/**
 * What visitors did lately, in memory alone. A visitor is a hash of address and browser by a salt of today; both are
 * thrown away with the day, and with the process.
 */
export class Visitors {
  #salt = randomBytes(32)
  #day = 0
  #recent = new Map<string, RecentClick[]>()

  /** The visitor's hash at `at` (milliseconds). */
  nameOf(address: string, userAgent: string, at: number): string {
    const day = Math.floor(at / DAY_MS)
    if (day !== this.#day) {
      this.#salt = randomBytes(32)
      this.#day = day
      this.#recent.clear()
    }
    return createHash('sha256')
      .update(this.#salt)
      .update(address)
      .update('\n')
      .update(userAgent)
      .digest('base64')
  }

  /** Says what a request is, and remembers it for the next. */
  classify(request: ClickRequest): { kind: ClickKind; takenBack: RecentClick[] } {
    const { visitor, target, at } = request
    if (visitor === null) return classifyClick(request, [])
    const recent = (this.#recent.get(visitor) ?? []).filter((click) => at - click.at <= REPEAT_MS)
    const result = classifyClick(request, recent)
    for (const click of result.takenBack) click.kind = 'burst'
    // Moved to the end: the oldest visitor is forgotten first.
    this.#recent.delete(visitor)
    this.#recent.set(visitor, [...recent.slice(-20), { target, at, kind: result.kind }])
    if (this.#recent.size > MAX_VISITORS) this.#recent.delete(this.#recent.keys().next().value ?? '')
    return result
  }
}
