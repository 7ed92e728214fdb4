import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { authorize } from '@/lib/accounts/authorize'
import { type Actor, actorIdOf } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import { AppError } from '@/lib/errors/app-error'
import { parseFeedList } from '@/lib/feeds/parse-feed-list'
import { canFollowFeeds } from '@/lib/feeds/policy'
import { type AddedFeeds, type addFeedsSchema, MOST_FEEDS } from '@/lib/feeds/schema'
import { enqueue } from '@/lib/queue/enqueue'
import { runCommand } from '@/lib/receipts/run-command'

/** What may be read at once; of a long list the clock reads some each minute. */
const READ_AT_ONCE = 5

const hashOf = (url: string) => new Uint8Array(createHash('sha256').update(url).digest())

/**
 * Follows feeds: what can be taken is taken, and of the rest the answer says why not.
 * @throws AppError `forbidden`; `invalid` for a file that is no OPML; `too_large` for more than can be followed
 */
export async function addFeeds(actor: Actor, input: z.infer<typeof addFeedsSchema>): Promise<AddedFeeds> {
  authorize(canFollowFeeds(actor))
  const { feeds, problems } = parseFeedList(input.text)
  return runCommand(actor, { id: input.commandId, name: 'add-feeds' }, async (tx) => {
    const followed = await tx.followedFeed.count()
    if (followed + feeds.length > MOST_FEEDS) {
      const message = `With these ${feeds.length} more than ${MOST_FEEDS} feeds would be followed. Nothing was added.`
      throw new AppError('too_large', message)
    }
    const at = now()
    const addedById = actor.kind === 'user' ? actorIdOf(actor) : null
    const data = feeds.map((feed) => ({
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
    return { added: made.length, known: feeds.length - made.length, problems }
  })
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
