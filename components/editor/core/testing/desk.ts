import type { Answer, Request } from '@/components/editor/core/connection'
import { Editor } from '@/components/editor/core/editor'
import type { Store } from '@/components/editor/core/journal'
import type { FakeServer } from './fake-server'

/** What the network does with a request: carries it, or loses or holds it, on the way there or the answer on its way back. */
export type Fate = 'carry' | 'lose-request' | 'lose-answer' | 'signed-out' | 'hold' | 'hold-answer'

/** A browser at a desk: a clock that moves by hand, a network that can fail, and a store that outlives page views. */
export class Desk {
  time = 0
  fate: Fate | ((request: Request) => Fate) = 'carry'
  readonly store = memoryStore()
  private pending: { at: number; run: () => void }[] = []
  private held: (() => void)[] = []
  private ids = 0
  private views = 0

  constructor(
    readonly server: FakeServer,
    readonly user = 'ada',
  ) {}

  open(): Editor {
    const view = this.views
    const alive = () => view === this.views
    return new Editor(this.server.loaded(), this.user, {
      transport: (request) => (alive() ? this.carry(request) : new Promise(() => {})),
      store: whileAlive(this.store, alive),
      timers: (run, ms) => this.after(run, ms),
      newId: () => `${this.user}-${++this.ids}`,
      now: () => this.time,
    })
  }

  /** The page goes away without a word: nothing of it runs any more. */
  crash(editor: Editor): void {
    this.pending = []
    this.held = []
    this.views += 1
    editor.dispose()
  }

  /** Lets the clock run, and all that becomes due. */
  async pass(ms: number): Promise<void> {
    const end = this.time + ms
    await settleAll()
    for (;;) {
      const next = this.pending.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0]
      if (!next) break
      this.pending = this.pending.filter((timer) => timer !== next)
      this.time = Math.max(this.time, next.at)
      next.run()
      await settleAll()
    }
    this.time = end
  }

  /** Lets go what the network held. */
  async release(): Promise<void> {
    for (const go of this.held.splice(0)) go()
    await settleAll()
  }

  private after(run: () => void, ms: number): () => void {
    const timer = { at: this.time + ms, run }
    this.pending.push(timer)
    return () => {
      this.pending = this.pending.filter((other) => other !== timer)
    }
  }

  private async carry(request: Request): Promise<Answer> {
    const fate = typeof this.fate === 'function' ? this.fate(request) : this.fate
    const sent = structuredClone(request)
    if (fate === 'lose-request') return { kind: 'network' }
    if (fate === 'signed-out') {
      return {
        kind: 'error',
        error: { status: 401, code: 'unauthenticated', message: 'Sign in.', fields: {}, detail: {} },
      }
    }
    const hold = () => new Promise<void>((go) => this.held.push(go))
    if (fate === 'hold') await hold()
    const answer = this.server.answer(sent)
    if (fate === 'hold-answer') await hold()
    return fate === 'lose-answer' ? { kind: 'network' } : answer
  }
}

/** Lets every promise that can go on do so. */
async function settleAll(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve()
}

/** What a page that is gone would still write, since promises can't be stopped, is not written. */
function whileAlive(store: Store, alive: () => boolean): Store {
  return {
    get length() {
      return store.length
    },
    key: (index) => store.key(index),
    getItem: (key) => store.getItem(key),
    removeItem: (key) => alive() && store.removeItem(key),
    setItem: (key, value) => alive() && store.setItem(key, value),
  }
}

/** A store like `localStorage`; `full` makes it refuse. */
export function memoryStore(): Store & { full: boolean } {
  const map = new Map<string, string>()
  return {
    full: false,
    get length() {
      return map.size
    },
    key: (index) => [...map.keys()][index] ?? null,
    getItem: (key) => map.get(key) ?? null,
    removeItem: (key) => {
      map.delete(key)
    },
    setItem(key, value) {
      if (this.full) throw new DOMException('full', 'QuotaExceededError')
      map.set(key, value)
    },
  }
}
