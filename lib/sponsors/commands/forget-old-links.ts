import { now } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { LINK_IDLE_MS } from '@/lib/sponsors/link-rules'

/** Forgets capability links that let nobody in any more: nothing tells them from those that never were. */
export async function forgetOldLinks(): Promise<void> {
  const lapsed = { lte: new Date(now().getTime() - LINK_IDLE_MS) }
  await db().portalLink.deleteMany({
    where: {
      OR: [{ revokedAt: { not: null } }, { lastUsedAt: lapsed }, { lastUsedAt: null, createdAt: lapsed }],
    },
  })
}
