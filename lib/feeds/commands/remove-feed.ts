import { authorize } from '@/lib/accounts/authorize'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { notFound } from '@/lib/errors/app-error'
import { canFollowFeeds } from '@/lib/feeds/policy'
import { runCommand } from '@/lib/receipts/run-command'

/** Follows a feed no longer. What it brought stays. @throws AppError `forbidden`, `not_found` */
export async function removeFeed(
  actor: Actor,
  input: { commandId: string; feedId: string },
): Promise<{ url: string }> {
  authorize(canFollowFeeds(actor))
  return runCommand(actor, { id: input.commandId, name: 'remove-feed' }, async (tx) => {
    const where = { id: input.feedId }
    const feed = await tx.followedFeed.findUnique({ where, select: { url: true } })
    if (!feed) throw notFound('feed')
    await tx.followedFeed.delete({ where, select: { id: true } })
    await recordAudit(tx, actor, {
      action: 'remove-feed',
      subject: 'feed',
      subjectId: input.feedId,
      detail: feed,
    })
    return feed
  })
}
