import { now } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { enqueueFetch } from './add-feeds'

/** A minute reads that many at most, so that an OPML of thousands is read within the hour and not at once. */
const EACH_MINUTE = 60

/** Has the feeds read whose time has come, those first that wait longest. */
export async function fetchDue(): Promise<void> {
  const due = await db().followedFeed.findMany({
    where: { nextCheckAt: { lte: now() } },
    orderBy: { nextCheckAt: 'asc' },
    take: EACH_MINUTE,
    select: { id: true },
  })
  for (const { id } of due) await enqueueFetch(null, id)
}
