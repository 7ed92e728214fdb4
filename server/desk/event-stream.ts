import type { ServerResponse } from 'node:http'
import type { ChangedRows, Present } from '@/lib/presence/schema'

/** For how long a browser may take nothing, in ms. */
const STUCK_LIMIT_MS = 30_000

/**
 * One answer of server-sent events (WHATWG HTML, 9.2). A browser that takes them slower than they come is owed no more
 * than that something changed, and who is there: nothing piles up for it.
 */
export class EventStream {
  #fullSince: number | null = null
  #owesChanges = false
  #owedPeople: readonly Present[] | null = null
  #shown = ''

  constructor(private readonly response: ServerResponse) {
    response.on('drain', () => this.#goOn())
  }

  /** The rows that changed; null where all is to be loaded anew. */
  sendChanges(rows: ChangedRows): void {
    if (this.#fullSince !== null) this.#owesChanges = true
    else this.#write('changes', { rows })
  }

  /** Who is there, unless that was sent last. */
  sendPeople(people: readonly Present[]): void {
    if (this.#fullSince !== null) {
      this.#owedPeople = people
      return
    }
    const shown = JSON.stringify(people)
    if (shown === this.#shown) return
    this.#shown = shown
    this.#write('people', people)
  }

  /** Shows both ends that the line is there. */
  beat(): void {
    if (this.#fullSince === null) this.#write('beat', {})
    else if (performance.now() - this.#fullSince > STUCK_LIMIT_MS) this.response.destroy()
  }

  /** Begins: from here on nothing is missed. */
  begin(): void {
    // How long a browser waits before it asks again by itself, in ms.
    this.response.write('retry: 2000\n')
    this.#write('hello', {})
  }

  end(): void {
    this.response.end()
  }

  #write(event: string, data: unknown): void {
    if (!this.response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`))
      this.#fullSince = performance.now()
  }

  #goOn(): void {
    this.#fullSince = null
    if (this.#owesChanges) {
      this.#owesChanges = false
      this.sendChanges(null)
    }
    const people = this.#owedPeople
    this.#owedPeople = null
    if (people) this.sendPeople(people)
  }
}
