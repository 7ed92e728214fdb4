import type { Prisma } from '@/generated/prisma/client'
import type { Actor, ContactActor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { notFound } from '@/lib/errors/app-error'
import { newerCopyOf } from '@/lib/slots/rules'
import type { EarlierCopy, SlotRow } from '@/lib/slots/schema'
import { mayManageSponsors } from '@/lib/sponsors/policy'
import { deadlineOf } from '@/lib/sponsors/rules'
import { dayOf } from '@/lib/times/rules'

const select = {
  id: true,
  state: true,
  reason: true,
  submittedLate: true,
  sponsorId: true,
  issueId: true,
  versionId: true,
  approvedVersionId: true,
  submitted: { select: { bySponsor: true } },
  reviews: {
    where: { verdict: { not: 'COMMENT' } },
    orderBy: { at: 'desc' },
    take: 1,
    select: { verdict: true, versionId: true },
  },
  madeGoodBy: { where: { state: { notIn: ['RELEASED', 'MISSED'] } }, take: 1, select: { id: true } },
  sponsor: { select: { name: true, isHouse: true } },
  placement: { select: { name: true, deadlineDays: true, acceptsLate: true } },
  issue: { select: { date: true, archived: { select: { slug: true, withdrawnAt: true } } } },
} satisfies Prisma.SlotSelect

/** More than a company books in years; a list of all would have no end. */
const MOST = 500

async function listOf(sponsorId: string): Promise<SlotRow[]> {
  const found = await db().slot.findMany({
    where: { sponsorId },
    orderBy: [{ issue: { date: 'desc' } }, { id: 'asc' }],
    take: MOST,
    select,
  })
  return found.map(({ issue, placement, sponsor, submitted, reviews, madeGoodBy, ...slot }) => {
    const { id, state, reason, submittedLate, issueId, versionId } = slot
    const date = dayOf(issue.date)
    const [last] = reviews
    return {
      id,
      state,
      reason,
      submittedLate,
      sponsorId,
      issueId,
      date,
      deadline: deadlineOf(date, placement.deadlineDays),
      placement: placement.name,
      sponsor: sponsor.name,
      writtenByStudio: submitted?.bySponsor === false,
      newer: newerCopyOf(slot, last && last.versionId === versionId ? last.verdict : null),
      isMadeGood: madeGoodBy.length > 0,
      isHouse: sponsor.isHouse,
      isWithdrawn: Boolean(issue.archived?.withdrawnAt),
      acceptsLate: placement.acceptsLate,
      path: issue.archived && !issue.archived.withdrawnAt ? `/issues/${issue.archived.slug}` : null,
    }
  })
}

/** The slots of a contact's own company, latest date first. */
export function listOwnSlots(actor: ContactActor): Promise<SlotRow[]> {
  return listOf(actor.sponsorId)
}

/** The slots of one company, latest date first, for the studio. @throws AppError `not_found` */
export async function listSlotsOf(actor: Actor, sponsorId: string): Promise<SlotRow[]> {
  if (!mayManageSponsors(actor)) throw notFound('sponsor')
  return listOf(sponsorId)
}

/**
 * What this company ran before, newest first, each text once: what can be run again in another of its slots. Asks no
 * policy: for callers that showed a slot of this company.
 */
export async function earlierCopyOf(sponsorId: string, besides?: string): Promise<EarlierCopy[]> {
  const found = await db().slot.findMany({
    where: { sponsorId, approvedVersionId: { not: null }, ...(besides ? { id: { not: besides } } : {}) },
    orderBy: { issue: { date: 'desc' } },
    take: 50,
    select: {
      placement: { select: { name: true } },
      issue: { select: { date: true } },
      approved: { select: { id: true, hash: true, headline: true, text: true } },
    },
  })
  const seen = new Set<string>()
  return found.flatMap(({ placement, issue, approved }) => {
    if (!approved || seen.has(approved.hash)) return []
    seen.add(approved.hash)
    const { id, headline, text } = approved
    return [{ versionId: id, date: dayOf(issue.date), placement: placement.name, headline, text }]
  })
}
