import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { upcomingDate } from '@/lib/issues/upcoming-date'
import { type Cadence, dateInZone } from '@/lib/schedule/rules'
import { type ComingIssue, comingDates, offeredDates } from './rules'
import type { Offer } from './schema'

const YEAR_MS = 366 * 86_400_000

const select = {
  id: true,
  name: true,
  description: true,
  at: true,
  sectionTitle: true,
  maxCharacters: true,
  maxLinks: true,
  imageAllowed: true,
  price: true,
  currency: true,
  deadlineDays: true,
  perIssue: true,
} as const

/** The placements that are offered, each with its next dates. Of an issue it reads when it comes, and nothing else. */
export async function readOffers(tx: Tx): Promise<Offer[]> {
  const placements = await tx.placement.findMany({
    where: { isOffered: true, retiredAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select,
  })
  const publication = await tx.publication.findUnique({
    where: { id: 1 },
    select: { zone: true, cadence: true, keepsWaitlist: true },
  })
  const at = now()
  const zone = publication?.zone ?? 'UTC'
  const [today, until] = [dateInZone(at, zone), dateInZone(new Date(at.getTime() + YEAR_MS), zone)]
  const cadence: Cadence = publication?.cadence ?? 'WEEKLY'
  const anchor = await upcomingDate(tx, { skipsPlanned: false })
  const dates = comingDates(await readComing(tx, today, until, publication?.keepsWaitlist ?? false), {
    today,
    anchor,
    until,
    cadence,
  })
  return placements.map((placement) => ({ ...placement, dates: offeredDates(dates, placement, today) }))
}

/** One issue for each date: of two, the one that a booking takes. Where `waiting`, a place that somebody waits for counts as taken. */
function readComing(tx: Tx, from: string, to: string, waiting: boolean): Promise<ComingIssue[]> {
  return tx.$queryRaw<ComingIssue[]>`
    SELECT DISTINCT ON (issue."date") issue."date"::text, issue."state"::text, (
      SELECT coalesce(json_object_agg(live."placementId", live."count"), '{}') FROM (
        SELECT each."placementId", count(*)::int AS "count" FROM (
          SELECT slot."placementId" FROM "Slot" slot
          WHERE slot."issueId" = issue."id" AND slot."state" NOT IN ('RELEASED', 'MISSED')
          UNION ALL SELECT wait."placementId" FROM "SlotWait" wait
            JOIN "Sponsor" sponsor ON sponsor."id" = wait."sponsorId" AND sponsor."removedAt" IS NULL
          WHERE ${waiting} AND wait."issueId" = issue."id" AND wait."endedAt" IS NULL
        ) each GROUP BY each."placementId"
      ) live
    ) AS "taken"
    FROM "Issue" issue
    WHERE issue."removedAt" IS NULL AND issue."date" BETWEEN ${from}::date AND ${to}::date
    ORDER BY issue."date", issue."createdAt"`
}
