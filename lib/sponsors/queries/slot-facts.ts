import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { env } from '@/lib/env/env'
import { dateInZone } from '@/lib/schedule/rules'
import type { SlotFacts } from '@/lib/sponsors/mails/schema'
import { deadlineOf } from '@/lib/sponsors/rules'
import { dayOf } from '@/lib/times/rules'

const select = {
  state: true,
  reason: true,
  submittedLate: true,
  versionId: true,
  approvedVersionId: true,
  sponsorId: true,
  seriesId: true,
  sponsor: { select: { name: true } },
  submitted: { select: { bySponsor: true } },
  issue: { select: { date: true, state: true } },
  makeGoodFor: { select: { issue: { select: { date: true } } } },
  placement: {
    select: {
      name: true,
      description: true,
      maxCharacters: true,
      maxLinks: true,
      imageAllowed: true,
      acceptsLate: true,
      deadlineDays: true,
    },
  },
} as const

/** What a slot's messages say of it; with the versions that tell whether one is out of date. Null where it is gone. */
export type SlotAtHand = SlotFacts & {
  versionId: string | null
  approvedVersionId: string | null
  isWithdrawn: boolean
}

/** Reads that for a mail. Asks no policy: for commands and jobs that know whom they tell. */
export async function readSlotFacts(tx: Tx, id: string): Promise<SlotAtHand | null> {
  const slot = await tx.slot.findUnique({ where: { id }, select })
  if (!slot) return null
  const publication = await tx.publication.findUnique({
    where: { id: 1 },
    select: { name: true, zone: true },
  })
  const zone = publication?.zone ?? 'UTC'
  const date = dayOf(slot.issue.date)
  const { deadlineDays, ...placement } = slot.placement
  return {
    publication: publication?.name || new URL(env().APP_URL).host,
    zone,
    today: dateInZone(now(), zone),
    sponsor: slot.sponsor.name,
    state: slot.state,
    date,
    deadline: deadlineOf(date, deadlineDays),
    placement,
    reason: slot.reason,
    submittedLate: slot.submittedLate,
    writtenByStudio: slot.submitted?.bySponsor === false,
    series: slot.seriesId ? await datesOf(tx, slot.seriesId) : [date],
    makesGood: slot.makeGoodFor ? dayOf(slot.makeGoodFor.issue.date) : null,
    movedFrom: null,
    hasEarlier: await hasEarlierCopy(tx, slot.sponsorId, id),
    versionId: slot.versionId,
    isWithdrawn: slot.issue.state === 'WITHDRAWN',
    approvedVersionId: slot.approvedVersionId,
  }
}

async function datesOf(tx: Tx, seriesId: string): Promise<string[]> {
  const slots = await tx.slot.findMany({
    where: { seriesId, state: { notIn: ['RELEASED', 'MISSED'] } },
    orderBy: { issue: { date: 'asc' } },
    select: { issue: { select: { date: true } } },
  })
  return slots.map(({ issue }) => dayOf(issue.date))
}

/** Whether the company has approved copy that it could run again here. */
async function hasEarlierCopy(tx: Tx, sponsorId: string, besides: string): Promise<boolean> {
  const where = { sponsorId, approvedVersionId: { not: null }, id: { not: besides } }
  return (await tx.slot.findFirst({ where, select: { id: true } })) !== null
}
