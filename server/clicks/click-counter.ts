import { countClicks } from '@/lib/clicks/count-clicks'
import { findTarget } from '@/lib/clicks/queries'
import { Sums } from '@/lib/clicks/sums'
import { Visitors } from '@/lib/clicks/visitors'
import { now } from '@/lib/clock/clock'
import { logError } from '@/lib/log/log'
import { openSpool } from './spool'

const FLUSH_MS = 300
const KNOWN_TARGETS = 10_000
const DAY_MS = 86_400_000

/**
 * The facts of a request that the counter may see. `peer` is the other end of the connection; null where that is a
 * proxy before us, which all clients share.
 */
export type GoRequest = {
  method: string
  purpose: string
  userAgent: string
  peer: string | null
  forwardedFor: string
}

export type Written = (error?: unknown) => void

export type ClickCounter = {
  /** Where a counted link leads, as a header holds it, where that was found before: targets never change. */
  known: (id: string) => string | undefined
  /** The same for any link; null where there is none of this id. */
  find: (id: string) => Promise<string | null>
  /**
   * Counts one request of a link. Once it has called back the click survives the end of this process and of Postgres;
   * with an error it was not written down. Requests of two turns of the event loop are judged and written together.
   */
  count: (target: string, request: GoRequest, written?: Written) => void
  /** Counts what waits, and ends. */
  close: () => Promise<void>
}

/** The client's address; behind a proxy of ours the one that it saw. Null where nothing tells clients apart. */
function addressOf({ peer, forwardedFor }: GoRequest): string | null {
  return peer ?? (forwardedFor.slice(forwardedFor.lastIndexOf(',') + 1).trim() || null)
}

const nothing = () => undefined

type Asked = { target: string; request: GoRequest; written: Written }

/** Says the calendar day (UTC) of an instant in milliseconds; nearly always the one it was asked for last. */
function dayTeller(): (time: number) => string {
  let [day, text] = [-1, '']
  return (time) => {
    const asked = Math.floor(time / DAY_MS)
    if (asked !== day) [day, text] = [asked, new Date(time).toISOString().slice(0, 10)]
    return text
  }
}

/**
 * Counts clicks: first into a file, at once, then from there into the database. What an earlier process left in its
 * files, or Postgres could not take, is counted later, once.
 * @param folder where the files are
 */
export function openClickCounter(folder: string): ClickCounter {
  const visitors = new Visitors()
  const dayOf = dayTeller()
  const known = new Map<string, string>()
  const spool = openSpool(folder)
  let flushing: Promise<void> = Promise.resolve()
  let failing = false

  /** The requests of this turn and the next: one write for all, and one look at the clock, cost as much as for one. */
  let turn: Asked[] = []

  function judge({ target, request }: Asked, at: number, sums: Sums): void {
    const address = addressOf(request)
    const visitor = address === null ? null : visitors.nameOf(address, request.userAgent, at)
    const { method, purpose, userAgent } = request
    const { kind, takenBack } = visitors.classify({ method, purpose, userAgent, visitor, target, at })
    sums.add(target, dayOf(at), kind, 1)
    for (const { target: of, at: when } of takenBack) {
      sums.add(of, dayOf(when), 'verified', -1)
      sums.add(of, dayOf(when), 'burst', 1)
    }
  }

  function endTurn(): void {
    if (turn.length === 0) return
    const asked = turn
    turn = []
    try {
      const at = now().getTime()
      const sums = new Sums()
      for (const each of asked) judge(each, at, sums)
      spool.write(sums.all())
    } catch (error) {
      for (const { written } of asked) written(error)
      return
    }
    for (const { written } of asked) written()
  }

  async function flush(): Promise<void> {
    endTurn()
    for (const batch of spool.take()) {
      await countClicks(batch.id, batch.clicks)
      batch.done()
    }
    failing = false
  }
  const flushLogged = () =>
    flush().catch((error) => {
      if (!failing) logError(error, { clicks: 'wait' })
      failing = true
    })
  const timer = setInterval(() => {
    flushing = flushing.then(flushLogged)
  }, FLUSH_MS)

  async function lookUp(id: string): Promise<string | null> {
    const url = await findTarget(id)
    if (url === null) return null
    if (known.size >= KNOWN_TARGETS) known.clear()
    const { href } = new URL(url)
    known.set(id, href)
    return href
  }

  return {
    known: (id) => known.get(id),
    find: async (id) => known.get(id) ?? lookUp(id),
    count: (target, request, written = nothing) => {
      if (turn.length === 0) setImmediate(() => setImmediate(endTurn))
      turn.push({ target, request, written })
    },
    close: async () => {
      clearInterval(timer)
      await flushing
      await flushLogged()
      endTurn()
      spool.close()
    },
  }
}
