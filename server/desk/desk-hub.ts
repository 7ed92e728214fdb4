import type { UserActor } from '@/lib/accounts/schema'
import { logError } from '@/lib/log/log'
import { arrive, leave, stayPresent } from '@/lib/presence/commands/be-present'
import { listPresent, sessionsOfStudio } from '@/lib/presence/queries'
import { DESK_CHANNEL, deskNewsSchema } from '@/lib/presence/schema'
import type { Ear } from '@/server/cache/listen'
import type { EventStream } from './event-stream'

/** A third of the time after which somebody counts as gone, in ms. */
const BEAT_MS = 15_000
/** Streams of one process, and of one person in it: each is a connection that stays. */
const MOST_STREAMS = 2_000
const MOST_OF_ONE = 20

export type Follower = {
  id: string
  actor: UserActor
  sessionId: string
  issueId: string
  viewId: string
  stream: EventStream
}

/**
 * The open issues of this process: passes on what Postgres tells of them, whoever did it in whichever process, and
 * keeps up who is there. Nothing is true by this memory alone: presence is a row that lapses.
 */
export class DeskHub implements Ear {
  readonly channel = DESK_CHANNEL
  readonly #followers = new Map<string, Follower>()
  readonly #beat: NodeJS.Timeout
  #closed = false

  constructor() {
    this.#beat = setInterval(() => void this.beat(), BEAT_MS)
    this.#beat.unref()
  }

  /** Whether there is room for one more stream of this person. */
  hasRoomFor(actor: UserActor): boolean {
    const own = this.#all().filter((follower) => follower.actor.id === actor.id)
    return !this.#closed && this.#followers.size < MOST_STREAMS && own.length < MOST_OF_ONE
  }

  /** Takes a stream on. It hears of everything from here on, so that a load begun after it misses nothing. */
  async follow(follower: Follower): Promise<void> {
    this.#followers.set(follower.id, follower)
    follower.stream.begin()
    await arrive(follower)
    // It may have ended while its presence was written; then nobody else would take that out again.
    if (!this.#followers.has(follower.id)) await leave([follower.id])
  }

  /** A browser has gone. */
  async part(id: string): Promise<void> {
    if (this.#followers.delete(id)) await leave([id])
  }

  hear(payload: string): void {
    const news = deskNewsSchema.safeParse(JSON.parse(payload))
    if (!news.success) this.catchUp()
    else if ('access' in news.data) void this.#attempt(() => this.#dismiss())
    else if ('people' in news.data) {
      const { issue } = news.data
      void this.#attempt(() => this.#tellPeople([issue]))
    } else for (const { stream } of this.#of(news.data.issue)) stream.sendChanges(news.data.rows)
  }

  /** Something may have been missed. */
  catchUp(): void {
    for (const { stream } of this.#all()) stream.sendChanges(null)
    void this.beat()
  }

  /** Shows every browser that the line is there, ends what may not go on, and renews who is there. */
  async beat(): Promise<void> {
    if (this.#followers.size === 0) return
    for (const { stream } of this.#all()) stream.beat()
    await this.#attempt(async () => {
      await this.#dismiss()
      await stayPresent([...this.#followers.keys()])
      await this.#tellPeople([...new Set(this.#all().map(({ issueId }) => issueId))])
    })
  }

  /** Ends all streams; browsers come back to whichever process answers then. */
  async close(): Promise<void> {
    this.#closed = true
    clearInterval(this.#beat)
    const ids = [...this.#followers.keys()]
    for (const { stream } of this.#all()) stream.end()
    this.#followers.clear()
    if (ids.length > 0) await leave(ids)
  }

  /** Ends the streams of sessions that ended, and of people who are of the studio no more. */
  async #dismiss(): Promise<void> {
    const all = this.#all()
    if (all.length === 0) return
    const good = await sessionsOfStudio([...new Set(all.map(({ sessionId }) => sessionId))])
    const bad = all.filter(({ sessionId }) => !good.has(sessionId))
    for (const { id, stream } of bad) {
      stream.end()
      await this.part(id)
    }
  }

  async #tellPeople(issues: string[]): Promise<void> {
    for (const issue of issues) {
      const followers = this.#of(issue)
      if (followers.length === 0) continue
      const people = await listPresent(issue)
      for (const { actor, stream } of followers)
        stream.sendPeople(people.filter(({ userId }) => userId !== actor.id))
    }
  }

  /** While the database is away nothing is known; the streams stay, and the next beat tries again. */
  async #attempt(work: () => Promise<void>): Promise<void> {
    await work().catch((error) => logError(error, { desk: 'not kept up' }))
  }

  #all(): Follower[] {
    return [...this.#followers.values()]
  }

  #of(issueId: string): Follower[] {
    return this.#all().filter((follower) => follower.issueId === issueId)
  }
}
