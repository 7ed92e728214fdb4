import { createHash } from 'node:crypto'
import type { FollowedFeed } from '@/generated/prisma/client'
import { findCaptured } from '@/lib/captures/waiting'
import { now } from '@/lib/clock/clock'
import { db, type Tx, transaction } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'
import { decodeFeed, type ReadFeed, readFeed } from '@/lib/feeds/read-feed'
import { entriesToBring, SEEN_ANEW_DAYS, statusProblem, waitBeforeNext } from '@/lib/feeds/rules'
import type { FeedEntry } from '@/lib/feeds/schema'
import { logError } from '@/lib/log/log'
import { fetchOutgoing, type Outgoing } from '@/lib/outgoing/fetch-outgoing'
import type { Network } from '@/lib/outgoing/network'

const ACCEPT =
  'application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5'

const UNKEPT =
  'What this feed brought could not be kept here. It is read again later; the server’s log says why.'

/** What an answer brought: entries, nothing new, or what was wrong. */
type Reading = { feed: ReadFeed | null; problem: string; answer: Outgoing | null }

/**
 * Reads a feed, if its time has come, and puts what is new into the lane of feeds. What is wrong with it stands on its
 * row, and it is asked again later, each time after a longer while. Never throws for what a site does.
 */
export async function fetchFeed(feedId: string, network?: Network): Promise<void> {
  const feed = await db().followedFeed.findUnique({ where: { id: feedId } })
  if (!feed || feed.nextCheckAt > now()) return
  const reading = await read(feed, network)
  try {
    await keep(feed, reading)
  } catch (error) {
    logError(error, { feedId })
    // Else it would be asked again each minute, before all others.
    await keep(feed, { feed: null, problem: UNKEPT, answer: null })
  }
}

function keep(feed: FollowedFeed, reading: Reading): Promise<void> {
  return transaction(async (tx) => {
    const [held] = await tx.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "FollowedFeed" WHERE "id" = ${feed.id}::uuid FOR UPDATE`
    if (!held) return
    if (reading.feed) await bring(tx, feed, reading.feed.entries)
    await note(tx, feed, reading)
  })
}

async function read(feed: FollowedFeed, network: Network | undefined): Promise<Reading> {
  try {
    const conditions = {
      ...(feed.etag ? { 'if-none-match': feed.etag } : {}),
      ...(feed.lastModified ? { 'if-modified-since': feed.lastModified } : {}),
    }
    const options = { accept: ACCEPT, headers: conditions, ...(network ? { network } : {}) }
    const answer = await fetchOutgoing(feed.url, options)
    if (answer.status === 304) return { feed: null, problem: '', answer }
    const problem = statusProblem(answer.status) ?? cutProblem(answer)
    if (problem) return { feed: null, problem, answer }
    const found = readFeed(decodeFeed(answer.body, answer.headers['content-type']), answer.url)
    return 'problem' in found ? { feed: null, ...found, answer } : { feed: found, problem: '', answer }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { feed: null, problem: error.message, answer: null }
  }
}

function cutProblem({ cut }: Outgoing): string | null {
  if (cut === null) return null
  if (cut === 'size')
    return 'This feed is larger than 5 MB, and a reader takes no more. Its site may offer a shorter one.'
  return 'The feed broke off in the middle.'
}

const hashOf = (key: string) => new Uint8Array(createHash('sha256').update(key).digest())

async function bring(tx: Tx, feed: FollowedFeed, entries: readonly FeedEntry[]): Promise<void> {
  const at = now()
  const byKey = new Map(entries.map((entry) => [entry.key, entry]))
  const keys = [...byKey.keys()].map((key) => ({ feedId: feed.id, key: hashOf(key), seenAt: at }))
  const made = await tx.feedEntrySeen.createManyAndReturn({
    data: keys,
    skipDuplicates: true,
    select: { key: true },
  })
  // What is old and still there is told by that from what is over; not written each hour for thousands.
  const before = new Date(at.getTime() - SEEN_ANEW_DAYS * 86_400_000)
  const known = { feedId: feed.id, seenAt: { lt: before }, key: { in: keys.map(({ key }) => key) } }
  await tx.feedEntrySeen.updateMany({ where: known, data: { seenAt: at } })
  const fresh = new Set(made.map(({ key }) => Buffer.from(key).toString('hex')))
  const isFresh = ({ key }: FeedEntry) => fresh.has(Buffer.from(hashOf(key)).toString('hex'))
  // Entries that were never answered before: whatever it has is its archive.
  const chosen = entriesToBring([...byKey.values()].filter(isFresh), feed.checkedAt === null, at)
  const captured = await findCaptured(
    tx,
    chosen.map(({ url }) => url),
  )
  const data = chosen
    .filter(({ url }) => !captured.has(url))
    .map(({ url, title }, index) => {
      // A millisecond apart, so that they stand in the feed's order.
      const came = new Date(at.getTime() - index)
      return {
        url,
        title,
        source: 'FEED' as const,
        isAside: true,
        capturedAt: came,
        surfacesAt: came,
        movedAt: came,
      }
    })
  await tx.capture.createMany({ data })
}

async function note(tx: Tx, feed: FollowedFeed, { feed: found, problem, answer }: Reading): Promise<void> {
  const at = now()
  const failures = problem ? feed.failures + 1 : 0
  const wait = waitBeforeNext(failures, answer?.headers['retry-after'], at)
  const version = found && {
    etag: answer?.headers.etag ?? null,
    lastModified: answer?.headers['last-modified'] ?? null,
  }
  await tx.followedFeed.update({
    where: { id: feed.id },
    data: {
      ...version,
      // A feed that failed before it was ever read still has its first reading before it.
      ...(problem ? {} : { checkedAt: at }),
      ...(found?.title ? { title: found.title.slice(0, 500) } : {}),
      problem,
      failures,
      nextCheckAt: new Date(at.getTime() + wait),
    },
    select: { id: true },
  })
}
