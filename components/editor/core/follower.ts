import type { ChangedRows, Present } from '@/lib/presence/schema'
import type { Timers } from './connection'

/** What the server tells of an open issue (server/desk). `hello`: from here on nothing is missed. */
export type StreamEvent =
  | { event: 'hello' | 'beat' }
  | { event: 'changes'; rows: ChangedRows }
  | { event: 'people'; people: Present[] }

/** Opens a stream; answers how to close it. `fail`: it has ended, or could not be opened. */
export type OpenStream = (hear: (event: StreamEvent) => void, fail: () => void) => () => void

type Hooks = {
  /** The stream is there, for the first time or again: whatever was missed is to be loaded. */
  onHello: () => void
  onChanges: (rows: ChangedRows) => void
  /** Who else is there; null while nobody can tell. */
  onPeople: (people: Present[] | null) => void
}

/** Pauses before it is opened again, in ms; the last one repeats. Each is up to half as long again, by chance. */
const PAUSES = [500, 2_000, 5_000, 15_000, 30_000]
/** The server beats every 15 s; a line over which nothing came for so long is dead, in ms. */
const SILENCE = 40_000
/** For so long the people last seen are believed to be there still: a server that restarts needs no more. */
const BLINKS = 3

/**
 * One stream for an open issue, for as long as the page wants it. It comes back by itself, later and later, after a
 * restart, a sleep or a session that ended; what was missed meanwhile is no matter, since each beginning loads anew.
 */
export class Follower {
  /** Whether news come by themselves just now. */
  open = false
  private close: (() => void) | null = null
  private cancel: (() => void) | null = null
  private failures = 0
  private wanted = false

  constructor(
    private readonly openStream: OpenStream,
    private readonly timers: Timers,
    private readonly hooks: Hooks,
    private readonly chance: () => number = Math.random,
  ) {}

  start(): void {
    this.wanted = true
    if (!this.close) this.begin()
  }

  /** The browser is back from somewhere: a stream that is no more would show that only later. */
  wake(): void {
    if (!this.wanted || this.open) return
    this.end()
    this.begin()
  }

  stop(): void {
    this.wanted = false
    this.end()
    this.hooks.onPeople(null)
  }

  private begin(): void {
    this.watch()
    const close = this.openStream(
      (event) => this.hear(event),
      () => this.fail(),
    )
    this.close = close
  }

  private end(): void {
    this.open = false
    this.cancel?.()
    this.cancel = null
    this.close?.()
    this.close = null
  }

  private hear(event: StreamEvent): void {
    this.watch()
    if (event.event === 'hello') {
      this.open = true
      this.hooks.onHello()
    } else if (event.event === 'beat') {
      // Only a line that lasts is a good one: each that begins and breaks off loads the whole issue.
      this.failures = 0
    } else if (event.event === 'changes') this.hooks.onChanges(event.rows)
    else if (event.event === 'people') this.hooks.onPeople(event.people)
  }

  /** A line that was cut somewhere in between looks sound from here. */
  private watch(): void {
    this.cancel?.()
    this.cancel = this.timers(() => this.fail(), SILENCE)
  }

  private fail(): void {
    this.end()
    if (!this.wanted) return
    this.failures += 1
    if (this.failures >= BLINKS) this.hooks.onPeople(null)
    const pause = PAUSES[Math.min(this.failures, PAUSES.length) - 1] ?? 500
    this.cancel = this.timers(() => this.begin(), pause * (1 + this.chance() / 2))
  }
}
