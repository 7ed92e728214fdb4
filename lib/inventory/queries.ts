import type { Prisma } from '@/generated/prisma/client'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock/clock'
import { db, type Tx } from '@/lib/db/db'
import { notFound } from '@/lib/errors/app-error'
import { upcomingDate } from '@/lib/issues/upcoming-date'
import { type Cadence, dateInZone } from '@/lib/schedule/rules'
import { mayManageSponsors } from '@/lib/sponsors/policy'
import { daysAfter } from '@/lib/times/rules'
import { freePlaces, isBookable, openDates } from './rules'
import type { Inventory, InventoryDate, InventoryPlacement } from './schema'

type Span = { from?: string; to?: string }

/** How many days ahead are shown: twice the year for which sponsors book. */
const TWO_YEARS = 731

/**
 * The dates from today, or `from`, up to two years ahead, or `to`, each with what is booked there: by the same few
 * statements whatever is in them.
 * @throws AppError `not_found`
 */
export async function readInventory(actor: Actor, span: Span = {}): Promise<Inventory> {
  if (!mayManageSponsors(actor)) throw notFound('page')
  return readInventoryIn(db(), span)
}

/** The dates on which a placement can be booked. @throws AppError `not_found` */
export async function freeDatesOf(
  actor: Actor,
  placementId: string,
): Promise<{ date: string; issueId: string | null }[]> {
  const { placements, dates, today } = await readInventory(actor)
  const placement = placements.find(({ id }) => id === placementId)
  if (!placement) return []
  return dates
    .filter((date) => isBookable(date, today) && freePlaces(date, placement) > 0)
    .map(({ date, issueId }) => ({ date, issueId }))
}

/** The same for commands that asked the policy. */
export async function readInventoryIn(tx: Tx, { from, to }: Span = {}): Promise<Inventory> {
  const publication = await tx.publication.findUnique({
    where: { id: 1 },
    select: { zone: true, cadence: true, keepsWaitlist: true },
  })
  const today = dateInZone(now(), publication?.zone ?? 'UTC')
  const first = from ?? today
  const last = to ?? daysAfter(first, TWO_YEARS)
  const keepsWaitlist = publication?.keepsWaitlist ?? false
  const [placements, issues, anchor] = await Promise.all([
    readPlacements(tx, first, last),
    readIssues(tx, first, last, keepsWaitlist),
    upcomingDate(tx, { skipsPlanned: false }),
  ])
  const cadence: Cadence = publication?.cadence ?? 'WEEKLY'
  const known = issues.map(({ date }) => date)
  const open = openDates(anchor, last, cadence, known).filter((date) => date >= first)
  const planned: InventoryDate[] = open.map((date) => ({
    date,
    issueId: null,
    state: null,
    number: null,
    slots: [],
    waiting: [],
  }))
  const dates = [...issues, ...planned].sort((a, b) => a.date.localeCompare(b.date))
  return { today, keepsWaitlist, placements, dates }
}

/** Those for sale, and of those out of sale the ones that still have a booking: it is not to be forgotten. */
async function readPlacements(tx: Tx, from: string, to: string): Promise<InventoryPlacement[]> {
  const date = { gte: new Date(`${from}T00:00:00Z`), lte: new Date(`${to}T00:00:00Z`) }
  const booked: Prisma.SlotWhereInput = {
    state: { notIn: ['RELEASED', 'MISSED'] },
    issue: { date, removedAt: null },
  }
  const found = await tx.placement.findMany({
    where: { OR: [{ retiredAt: null }, { slots: { some: booked } }] },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      perIssue: true,
      price: true,
      currency: true,
      deadlineDays: true,
      acceptsLate: true,
      retiredAt: true,
    },
  })
  return found.map(({ retiredAt, ...placement }) => (retiredAt ? { ...placement, perIssue: 0 } : placement))
}

function readIssues(tx: Tx, from: string, to: string, waiting: boolean): Promise<InventoryDate[]> {
  return tx.$queryRaw<InventoryDate[]>`
    SELECT issue."date"::text, issue."id" AS "issueId", issue."state"::text, issue."number", (
      SELECT coalesce(json_agg(json_build_object(
        'id', slot."id", 'placementId', slot."placementId", 'ordinal', slot."ordinal", 'state', slot."state",
        'sponsorId', slot."sponsorId", 'sponsor', sponsor."name", 'isHouse', sponsor."isHouse", 'field', sponsor."field",
        'writtenByStudio', coalesce(NOT version."bySponsor", false),
        'hasContact', EXISTS (
          SELECT 1 FROM "SponsorContact" contact
          WHERE contact."sponsorId" = sponsor."id" AND contact."removedAt" IS NULL
        )
      ) ORDER BY slot."ordinal"), '[]')
      FROM "Slot" slot JOIN "Sponsor" sponsor ON sponsor."id" = slot."sponsorId"
        LEFT JOIN "AdCopyVersion" version ON version."id" = slot."versionId"
      WHERE slot."issueId" = issue."id" AND slot."state" NOT IN ('RELEASED', 'MISSED')
    ) AS "slots", (
      SELECT coalesce(json_agg(json_build_object(
        'id', wait."id", 'placementId', wait."placementId", 'sponsorId', wait."sponsorId", 'sponsor', sponsor."name"
      ) ORDER BY wait."createdAt", wait."id"), '[]')
      FROM "SlotWait" wait JOIN "Sponsor" sponsor ON sponsor."id" = wait."sponsorId"
      WHERE ${waiting} AND wait."issueId" = issue."id" AND wait."endedAt" IS NULL AND sponsor."removedAt" IS NULL
    ) AS "waiting"
    FROM "Issue" issue
    WHERE issue."removedAt" IS NULL AND issue."date" BETWEEN ${from}::date AND ${to}::date
    ORDER BY issue."date", issue."id"`
}
