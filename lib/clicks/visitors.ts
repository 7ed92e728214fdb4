import { hash, randomBytes } from 'node:crypto'
import { type ClickRequest, classifyClick, type RecentClick, rememberClick } from './rules'
import type { ClickKind } from './schema'

/** Of each of two generations: when the younger is full the older is forgotten, and nobody is looked for to forget. */
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
  #recent = new Map<string, readonly RecentClick[]>()
  #before = new Map<string, readonly RecentClick[]>()

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
  classify(request: ClickRequest): { kind: ClickKind; takenBack: readonly RecentClick[] } {
    const { visitor, target, at } = request
    if (visitor === null) return classifyClick(request, NOBODY)
    const recent = this.#recent.get(visitor) ?? this.#before.get(visitor) ?? NOBODY
    const result = classifyClick(request, recent)
    for (const click of result.takenBack) click.kind = 'burst'
    this.#recent.set(visitor, rememberClick(recent, { target, at, kind: result.kind }))
    if (this.#recent.size >= MAX_VISITORS) {
      this.#before = this.#recent
      this.#recent = new Map()
    }
    return result
  }
}
