import { hash, randomBytes } from 'node:crypto'
import { type ClickRequest, classifyClick, REPEAT_MS, type RecentClick } from './rules'
import type { ClickKind } from './schema'

const MAX_VISITORS = 50_000
const DAY_MS = 86_400_000
/** Clicks of one visitor; more within the window are a program's, which the last ones show too. */
const REMEMBERED = 20

const newSalt = () => randomBytes(32).toString('base64')

/**
 * What visitors did lately, in memory alone. A visitor is a hash of address and browser by a salt of today; both are
 * thrown away with the day, and with the process.
 */
export class Visitors {
  #salt = newSalt()
  #day = 0
  #recent = new Map<string, RecentClick[]>()

  /** The visitor's hash at `at` (milliseconds). */
  nameOf(address: string, userAgent: string, at: number): string {
    const day = Math.floor(at / DAY_MS)
    if (day !== this.#day) {
      this.#salt = newSalt()
      this.#day = day
      this.#recent.clear()
    }
    return hash('sha256', `${this.#salt}${address}\n${userAgent}`, 'base64')
  }

  /** Says what a request is, and remembers it for the next. */
  classify(request: ClickRequest): { kind: ClickKind; takenBack: RecentClick[] } {
    const { visitor, target, at } = request
    if (visitor === null) return classifyClick(request, [])
    const recent = this.#recent.get(visitor) ?? []
    while (recent[0] && (at - recent[0].at > REPEAT_MS || recent.length > REMEMBERED)) recent.shift()
    const result = classifyClick(request, recent)
    for (const click of result.takenBack) click.kind = 'burst'
    recent.push({ target, at, kind: result.kind })
    // Moved to the end: the oldest visitor is forgotten first.
    this.#recent.delete(visitor)
    this.#recent.set(visitor, recent)
    if (this.#recent.size > MAX_VISITORS) this.#recent.delete(this.#recent.keys().next().value ?? '')
    return result
  }
}
