import type { ChangedRows } from '@/lib/presence/schema'
import type { Timers } from './connection'
import type { StateBox } from './state'

/** Waits for more before it looks, in ms: a person’s own save is often heard of before it is answered. */
const PAUSE = 150

/** What was heard of changes on the server, until it is known here. What this page did itself is no news. */
export class News {
  private versions = new Map<string, number>()
  private everything = false
  private waiting = false

  constructor(
    private readonly box: StateBox,
    private readonly timers: Timers,
    private readonly load: () => void,
  ) {}

  hear(rows: ChangedRows): void {
    if (rows === null) this.everything = true
    for (const [id, version] of Object.entries(rows ?? {}))
      this.versions.set(id, Math.max(version, this.versions.get(id) ?? 0))
    this.wait()
  }

  private wait(): void {
    if (this.waiting) return
    this.waiting = true
    this.timers(() => this.look(), PAUSE)
  }

  private look(): void {
    this.waiting = false
    const { sync } = this.box.state
    const unknown = [...this.versions].filter(([id, version]) => version > (sync[id]?.version ?? -1))
    // A save of ours that is on its way may be just this.
    const isNews = this.everything || unknown.some(([id]) => !sync[id]?.sending)
    this.versions = new Map(isNews ? [] : unknown)
    this.everything = false
    if (isNews) this.load()
    else if (unknown.length > 0) this.wait()
  }
}
