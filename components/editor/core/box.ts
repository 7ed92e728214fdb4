/** A state in one place, never mutated; listeners hear of every change. */
export class Box<S extends object> {
  private readonly listeners = new Set<() => void>()

  constructor(public state: S) {}

  set(change: Partial<S>): void {
    this.state = { ...this.state, ...change }
    for (const listener of [...this.listeners]) listener()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
}
