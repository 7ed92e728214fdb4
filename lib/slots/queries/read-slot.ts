import type { Prisma } from '@/generated/prisma/client'
import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { notFound } from '@/lib/errors/app-error'
import type { SlotDetail } from '@/lib/slots/schema'
import { maySeeSlot } from '@/lib/sponsors/policy'
import { landingsOf } from '@/lib/sponsors/queries/landings-of'
import { deadlineOf } from '@/lib/sponsors/rules'
import { dayOf } from '@/lib/times/rules'
import { isCorrectionDue } from './correction-due'

const content = {
  headline: true,
  text: true,
  callToAction: true,
  url: true,
  imageId: true,
  imageAlt: true,
} as const

const select = {
  id: true,
  state: true,
  version: true,
  submittedLate: true,
  reason: true,
  heldUntil: true,
  ranAt: true,
  price: true,
  currency: true,
  purchaseOrder: true,
  invoice: true,
  paidOn: true,
  versionId: true,
  approvedVersionId: true,
  sponsorId: true,
  sponsor: {
    select: {
      id: true,
      name: true,
      isHouse: true,
      contacts: { where: { removedAt: null }, take: 1, select: { id: true } },
    },
  },
  placement: {
    select: {
      id: true,
      name: true,
      description: true,
      at: true,
      sectionTitle: true,
      maxCharacters: true,
      maxLinks: true,
      imageAllowed: true,
      deadlineDays: true,
      acceptsLate: true,
    },
  },
  issue: {
    select: {
      id: true,
      date: true,
      number: true,
      state: true,
      archived: { select: { slug: true, withdrawnAt: true } },
    },
  },
  copy: {
    select: {
      ...content,
      version: true,
      versions: {
        orderBy: { number: 'asc' },
        select: {
          ...content,
          id: true,
          number: true,
          hash: true,
          bySponsor: true,
          byName: true,
          submittedAt: true,
        },
      },
    },
  },
  reviews: {
    orderBy: { at: 'asc' },
    select: {
      id: true,
      at: true,
      verdict: true,
      comment: true,
      bySponsor: true,
      byName: true,
      onBehalf: true,
      evidenceName: true,
      version: { select: { number: true } },
    },
  },
  makeGoodFor: { select: { id: true, issue: { select: { date: true } } } },
  madeGoodBy: {
    where: { state: { notIn: ['RELEASED', 'MISSED'] } },
    take: 1,
    select: { id: true, issue: { select: { date: true } } },
  },
} satisfies Prisma.SlotSelect

/**
 * A slot with its copy, its versions and what was said of it, for the studio and for contacts of its own company.
 * @throws AppError `not_found`, for another company's too
 */
export async function readSlot(actor: Actor, id: string): Promise<SlotDetail> {
  const found = await db().slot.findUnique({ where: { id }, select })
  if (!found || !maySeeSlot(actor, found)) throw notFound('slot')
  const {
    copy,
    reviews,
    issue,
    sponsor,
    makeGoodFor,
    madeGoodBy,
    heldUntil,
    ranAt,
    paidOn,
    sponsorId: _,
    ...rest
  } = found
  const { archived, ...date } = issue
  const day = dayOf(issue.date)
  const made = madeGoodBy[0]
  const { versions = [], ...written } = copy ?? {}
  const { contacts, ...company } = sponsor
  return {
    ...rest,
    sponsor: { ...company, hasContact: contacts.length > 0 },
    heldUntil: heldUntil?.toISOString() ?? null,
    ranAt: ranAt?.toISOString() ?? null,
    paidOn: paidOn ? dayOf(paidOn) : null,
    issue: {
      ...date,
      date: day,
      path: archived && !archived.withdrawnAt ? `/issues/${archived.slug}` : null,
    },
    deadline: deadlineOf(day, rest.placement.deadlineDays),
    correctionDue: rest.state === 'RAN' && (await isCorrectionDue(id)),
    copy: copy ? (written as NonNullable<SlotDetail['copy']>) : null,
    versions: versions.map((version) => ({ ...version, submittedAt: version.submittedAt.toISOString() })),
    said: reviews.map(({ at, version, ...said }) => ({
      ...said,
      at: at.toISOString(),
      version: version?.number ?? null,
    })),
    landings: await landingsOf(id),
    makeGoodFor: makeGoodFor && { id: makeGoodFor.id, date: dayOf(makeGoodFor.issue.date) },
    madeGoodBy: made ? { id: made.id, date: dayOf(made.issue.date) } : null,
  }
}
