/** A state in one place, never mutated; listeners hear of every change. */
export class Box<S extends object> {
  private readonly listeners = new Set<() => void>()

  constructor(public state: S) {}

  set(change: Partial<S>): void {
    const names = Object.keys(change) as (keyof S)[]
    if (names.every((name) => change[name] === this.state[name])) return
    this.state = { ...this.state, ...change }
    for (const listener of [...this.listeners]) listener()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
}
