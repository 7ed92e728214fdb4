import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { authorize } from '@/lib/accounts/authorize'
import { type Actor, actorIdOf } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { type FeedList, parseFeedList } from '@/lib/feeds/parse-feed-list'
import { canFollowFeeds } from '@/lib/feeds/policy'
import { type AddedFeeds, type addFeedsSchema, MOST_FEEDS } from '@/lib/feeds/schema'
import { enqueue } from '@/lib/queue/enqueue'
import { runCommand } from '@/lib/receipts/run-command'

/** What may be read at once; of a long list the clock reads some each minute. */
const READ_AT_ONCE = 5

const hashOf = (url: string) => new Uint8Array(createHash('sha256').update(url).digest())

/**
 * Follows feeds: what can be taken is taken, and of the rest the answer says why not.
 * @throws AppError `forbidden`; `invalid` for a file that is no OPML; `too_large` for more than can be brought at once
 */
export async function addFeeds(actor: Actor, input: z.infer<typeof addFeedsSchema>): Promise<AddedFeeds> {
  authorize(canFollowFeeds(actor))
  const { feeds, problems } = parseFeedList(input.text)
  return runCommand(actor, { id: input.commandId, name: 'add-feeds' }, async (tx) => {
    const news = await unknownOf(tx, feeds)
    const room = Math.max(0, MOST_FEEDS - (await tx.followedFeed.count()))
    const rest = news.slice(room)
    const at = now()
    const addedById = actor.kind === 'user' ? actorIdOf(actor) : null
    const data = news.slice(0, room).map((feed) => ({
      ...feed,
      urlHash: hashOf(feed.url),
      addedById,
      addedAt: at,
      nextCheckAt: at,
    }))
    const made = await tx.followedFeed.createManyAndReturn({
      data,
      skipDuplicates: true,
      select: { id: true },
    })
    for (const { id } of made.slice(0, READ_AT_ONCE)) await enqueueFetch(tx, id)
    const detail = { feeds: made.length }
    const [first] = made
    if (first)
      await recordAudit(tx, actor, { action: 'add-feeds', subject: 'feed', subjectId: first.id, detail })
    const known = feeds.length - rest.length - made.length
    const message = `At most ${MOST_FEEDS.toLocaleString('en')} feeds are followed, and this one had no room.`
    const unfit = rest.map(({ url, title }) => ({ text: (title || url).slice(0, 200), message }))
    return { added: made.length, known, problems: [...problems, ...unfit] }
  })
}

/** Those of a list that nobody follows yet, each once: a file that is brought again takes no room. */
async function unknownOf(tx: Tx, feeds: FeedList['feeds']): Promise<FeedList['feeds']> {
  const byUrl = new Map(feeds.toReversed().map((feed) => [feed.url, feed]))
  const urlHash = { in: [...byUrl.keys()].map(hashOf) }
  const followed = await tx.followedFeed.findMany({ where: { urlHash }, select: { url: true } })
  for (const { url } of followed) byUrl.delete(url)
  return [...byUrl.values()].reverse()
}

/** Has a feed read; one after another, so that a slow site holds up no other job. */
export function enqueueFetch(tx: Parameters<typeof enqueue>[0], feedId: string): Promise<void> {
  return enqueue(
    tx,
    'fetch-feed',
    { feedId },
    { key: `fetch-feed:${feedId}`, queue: 'feeds', maxAttempts: 1 },
  )
}
