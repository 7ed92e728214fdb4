import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'
import { canFollowFeeds } from './policy'
import type { FeedRow } from './schema'

/** The feeds that are followed, those that fail first, then by name. @throws AppError `forbidden` */
export async function listFeeds(actor: Actor): Promise<FeedRow[]> {
  if (!canFollowFeeds(actor)) throw new AppError('forbidden', 'Only owners and editors see the feeds.')
  const state = { checkedAt: true, nextCheckAt: true, problem: true }
  const added = { addedAt: true, addedBy: { select: { name: true, email: true } } }
  const select = { id: true, url: true, title: true, ...state, ...added }
  const rows = await db().followedFeed.findMany({ select })
  const name = (row: FeedRow) => row.title || row.url.replace(/^https?:\/\/(?:www\.)?/i, '')
  return rows
    .map((row) => ({
      ...row,
      addedAt: row.addedAt.toISOString(),
      addedBy: row.addedBy && (row.addedBy.name || row.addedBy.email),
      checkedAt: row.checkedAt?.toISOString() ?? null,
      nextCheckAt: row.nextCheckAt.toISOString(),
    }))
    .sort((a, b) => Number(b.problem !== '') - Number(a.problem !== '') || name(a).localeCompare(name(b)))
}
