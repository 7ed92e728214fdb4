/** A write or read of the studio's API. The same `body` (and so the same command id) goes with every attempt. */
export type Request = { method: 'GET' | 'POST' | 'PATCH'; path: string; body?: unknown }

export type ApiError = {
  status: number
  code: string
  message: string
  fields: Readonly<Record<string, string>>
  detail: Readonly<Record<string, unknown>>
}
/** `network`: no answer came, so that it isn't known whether the request was carried out. */
export type Answer = { kind: 'ok'; body: unknown } | { kind: 'error'; error: ApiError } | { kind: 'network' }
/** An answer that ends an attempt: waiting longer would not change it. */
export type Final = Exclude<Answer, { kind: 'network' }>

export type Transport = (request: Request) => Promise<Answer>
/** Runs after `ms`; answers how to call it off. */
export type Timers = (run: () => void, ms: number) => () => void

export type ConnectionState = 'online' | 'offline' | 'signed-out' | 'failing'

/** Pauses between attempts, in ms; the last one repeats. */
const PAUSES = [1_000, 2_000, 5_000, 10_000, 30_000]

function stateOf(answer: Answer): ConnectionState {
  if (answer.kind === 'network') return 'offline'
  if (answer.kind === 'ok') return 'online'
  if (answer.error.status === 401) return 'signed-out'
  return answer.error.status >= 500 || answer.error.status === 429 ? 'failing' : 'online'
}

/**
 * One way to the server for all saves. While it is down, every request waits; one of them tries again after a
 * growing pause, or at once when the browser says that it is online or the person comes back to the page.
 */
export class Connection {
  state: ConnectionState = 'online'
  private readonly waiting = new Set<() => void>()
  private failures = 0
  private cancelPause: (() => void) | null = null

  constructor(
    private readonly transport: Transport,
    private readonly timers: Timers,
    private readonly onChange: (state: ConnectionState) => void,
  ) {}

  /** Sends until there is a final answer. */
  async request(request: Request): Promise<Final> {
    for (;;) {
      if (this.state !== 'online') await this.turn()
      const answer = await this.transport(request)
      const state = stateOf(answer)
      this.note(state)
      if (state === 'online' && answer.kind !== 'network') return answer
    }
  }

  /** Tries again now what is waiting. */
  wake(): void {
    this.cancelPause?.()
    this.cancelPause = null
    const [first] = this.waiting
    first?.()
  }

  dispose(): void {
    this.cancelPause?.()
    this.waiting.clear()
  }

  /** Resolves when it is this request's turn: the first one to try again, or all when the way is open. */
  private turn(): Promise<void> {
    return new Promise((resolve) => {
      const go = () => {
        this.waiting.delete(go)
        resolve()
      }
      this.waiting.add(go)
      this.schedule()
    })
  }

  private schedule(): void {
    if (this.cancelPause || this.waiting.size === 0) return
    const pause = PAUSES[Math.min(this.failures, PAUSES.length) - 1] ?? 1_000
    this.cancelPause = this.timers(() => this.wake(), pause)
  }

  private note(state: ConnectionState): void {
    this.failures = state === 'online' ? 0 : this.failures + 1
    if (state !== this.state) {
      this.state = state
      this.onChange(state)
    }
    if (state !== 'online') return
    this.cancelPause?.()
    this.cancelPause = null
    for (const go of [...this.waiting]) go()
  }
}
