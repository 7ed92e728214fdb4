/** A state in one place, never mutated; listeners hear of every change. */
export class Box<S extends object> {
  private readonly listeners = new Set<() => void>()
  private depth = 0
  private isUntold = false

  constructor(public state: S) {}

  set(change: Partial<S>): void {
    const names = Object.keys(change) as (keyof S)[]
    if (names.every((name) => change[name] === this.state[name])) return
    this.state = { ...this.state, ...change }
    this.isUntold = true
    this.tell()
  }

  /** Listeners hear once of all that is changed by `work`: a long issue has more than a thousand of them. */
  together<R>(work: () => R): R {
    this.depth += 1
    try {
      return work()
    } finally {
      this.depth -= 1
      this.tell()
    }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private tell(): void {
    if (this.depth > 0 || !this.isUntold) return
    this.isUntold = false
    for (const listener of [...this.listeners]) listener()
  }
}
