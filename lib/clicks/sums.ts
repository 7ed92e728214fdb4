import type { ClickKind, WaitingClick } from './schema'

/** Clicks summed by what tells them apart: link, day and kind. */
export class Sums {
  readonly #sums = new Map<string, WaitingClick>()
  #last: WaitingClick | null = null

  /** Nearly always it is what was added last, which needs no looking for. */
  add(target: string, day: string, kind: ClickKind, count: number): void {
    const last = this.#last
    if (last !== null && last.target === target && last.kind === kind && last.day === day) last.count += count
    else this.#find(target, day, kind).count += count
  }

  all(): WaitingClick[] {
    return [...this.#sums.values()]
  }

  #find(target: string, day: string, kind: ClickKind): WaitingClick {
    const key = `${target} ${day} ${kind}`
    const sum = this.#sums.get(key) ?? { target, day, kind, count: 0 }
    this.#sums.set(key, sum)
    this.#last = sum
    return sum
  }
}
