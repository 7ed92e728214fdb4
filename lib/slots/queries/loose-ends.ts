import { Prisma } from '@/generated/prisma/client'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { notFound } from '@/lib/errors/app-error'
import type { Gap } from '@/lib/inventory/schema'
import { dateInZone } from '@/lib/schedule/rules'
import { mayManageSponsors } from '@/lib/sponsors/policy'
import { BEHIND_DAYS, readSlotsAhead } from '@/lib/sponsors/queries/slots-ahead'
import type { SlotAhead } from '@/lib/sponsors/reminders/duties'
import { daysAfter } from '@/lib/times/rules'
import { shownOtherwise } from './correction-due'

/** Of a slot that is not among the coming dates: its issue is late, or out. */
function kindOf({ state, writtenByStudio }: SlotAhead): Gap['kind'] | null {
  if (state === 'BOOKED' || state === 'CHANGES_REQUESTED') return 'overdue'
  if (state === 'COPY_SUBMITTED') return 'unapproved'
  return writtenByStudio ? 'unaccepted' : 'unapproved'
}

/**
 * What somebody has to see to and the coming dates don't show: copy of issues that are late, new copy for messages that
 * are out, approved copy that no correction has brought to readers, and messages that were missed and are still owed.
 * The oldest first; what lies more than 90 days back was let be.
 * @throws AppError `not_found`
 */
export async function readLooseEnds(actor: Actor): Promise<Gap[]> {
  if (!mayManageSponsors(actor)) throw notFound('page')
  const publication = await db().publication.findUnique({ where: { id: 1 }, select: { zone: true } })
  const today = dateInZone(now(), publication?.zone ?? 'UTC')
  const ahead = await readSlotsAhead(db(), today)
  const waiting = ahead.flatMap((slot): Gap[] => {
    const kind = slot.state === 'RAN' || slot.date < today ? kindOf(slot) : null
    const { id: slotId, date, placement, sponsor, deadline } = slot
    return kind ? [{ kind, date, placement, sponsor, slotId, deadline }] : []
  })
  const since = daysAfter(today, -BEHIND_DAYS)
  const left = [...(await readUncorrected(since)), ...(await readMissed(since))]
  return [...waiting, ...left].sort((a, b) => a.date.localeCompare(b.date))
}

type Row = { slotId: string; date: string; placement: string; sponsor: string }

/** The columns of a `Row`, where `slot` is a slot. */
const row = Prisma.sql`
  slot."id" AS "slotId", issue."date"::text, placement."name" AS "placement", sponsor."name" AS "sponsor"`
const joins = Prisma.sql`
  JOIN "Issue" issue ON issue."id" = slot."issueId" AND issue."removedAt" IS NULL
  JOIN "Placement" placement ON placement."id" = slot."placementId"
  JOIN "Sponsor" sponsor ON sponsor."id" = slot."sponsorId"`

async function readUncorrected(since: string): Promise<Gap[]> {
  const found = await db().$queryRaw<Row[]>`
    SELECT ${row} FROM "Slot" slot ${joins}
    WHERE slot."state" = 'RAN' AND issue."date" >= ${since}::date AND ${shownOtherwise(Prisma.sql`slot."id"`)}`
  return found.map((one) => ({ kind: 'uncorrected', ...one }))
}

async function readMissed(since: string): Promise<Gap[]> {
  const found = await db().$queryRaw<Row[]>`
    SELECT ${row} FROM "Slot" slot ${joins}
    WHERE slot."state" = 'MISSED' AND NOT sponsor."isHouse" AND sponsor."removedAt" IS NULL
      AND issue."date" >= ${since}::date AND NOT EXISTS (
        SELECT 1 FROM "Slot" other
        WHERE other."makeGoodForId" = slot."id" AND other."state" NOT IN ('RELEASED', 'MISSED')
      )`
  return found.map((one) => ({ kind: 'missed', ...one }))
}
