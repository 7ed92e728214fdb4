import type { Actor } from '@/lib/accounts/schema'
import { sumClicks } from '@/lib/clicks/rules'
import type { ClickKind } from '@/lib/clicks/schema'
import { now } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { issueDocumentSchema } from '@/lib/document/schema'
import { env } from '@/lib/env/env'
import { notFound } from '@/lib/errors/app-error'
import { isUuid } from '@/lib/ids/rules'
import { maySeeSlot } from '@/lib/sponsors/policy'
import { dayOf } from '@/lib/times/rules'
import { ageInDays, byDay, byLink, compare, keepChanges } from './rules'
import {
  type ClickCountRow,
  type EarlierRun,
  type KeptSnapshot,
  type RanCopy,
  type Report,
  snapshotSchema,
} from './schema'
import { hashSnapshot } from './snapshot-hash'

const select = {
  id: true,
  state: true,
  sponsorId: true,
  placementId: true,
  ranAt: true,
  purchaseOrder: true,
  invoice: true,
  sponsor: { select: { name: true } },
  placement: { select: { name: true } },
  issue: {
    select: {
      number: true,
      title: true,
      date: true,
      archived: { select: { slug: true, number: true, title: true, withdrawnAt: true } },
    },
  },
} as const

/**
 * What the studio and a slot's own company may know of how it ran. A slot that has not run has a report too, which says
 * so. Nothing of a draft is in it: before it is out, an issue is its date.
 * @throws AppError `not_found`, for another company's slot too
 */
export async function readReport(actor: Actor, slotId: string): Promise<Report> {
  const slot = isUuid(slotId) ? await db().slot.findUnique({ where: { id: slotId }, select }) : null
  if (!slot || !maySeeSlot(actor, slot)) throw notFound('slot')
  const { issue, sponsor, placement, ranAt } = slot
  const archived = issue.archived
  const age = ranAt ? ageInDays(ranAt, now()) : 0
  const [copies, targets, rows, runs, snapshots, publication] = await Promise.all([
    copiesOf(slotId),
    targetsOf(slotId),
    countsOf(slotId),
    ranAt ? earlierRuns(slot.placementId, ranAt, age) : [],
    snapshotsOf(slotId),
    db().publication.findUnique({ where: { id: 1 }, select: { countsClicks: true } }),
  ])
  return {
    slotId,
    state: slot.state,
    company: sponsor.name,
    placement: placement.name,
    issue: {
      number: archived?.number ?? null,
      title: archived?.title ?? '',
      date: dayOf(issue.date),
      url: archived && !archived.withdrawnAt ? `${env().APP_URL}/issues/${archived.slug}` : null,
      withdrawn: Boolean(archived?.withdrawnAt),
    },
    ranAt: ranAt?.toISOString() ?? null,
    age,
    copies,
    counts: publication?.countsClicks ?? true,
    clicks: sumClicks(rows),
    links: byLink(targets, rows),
    days: byDay(rows),
    rows,
    comparison: compare(runs, actor.kind === 'contact' ? actor.sponsorId : null),
    purchaseOrder: slot.purchaseOrder,
    invoice: slot.invoice,
    snapshots,
  }
}

/**
 * The texts of a slot's part over the editions of its issue, newest first.
 * @param until the last day (UTC) of editions to be looked at; all without one
 */
export async function copiesOf(slotId: string, until?: string): Promise<RanCopy[]> {
  const part = await db().sponsorPart.findUnique({
    where: { slotId },
    select: { id: true, issue: { select: { editions: { orderBy: { edition: 'asc' } } } } },
  })
  const copies = (part?.issue.editions ?? []).flatMap(({ edition, hash, publishedAt, document }) => {
    if (until && dayOf(publishedAt) > until) return []
    const ran = issueDocumentSchema.parse(document).sponsors.find(({ id }) => id === part?.id)
    return ran ? [{ edition, hash, publishedAt: publishedAt.toISOString(), part: ran }] : []
  })
  return keepChanges(copies)
}

/** The addresses of a slot's links, in the order in which they were given one that counts. */
export async function targetsOf(slotId: string): Promise<string[]> {
  const order = [{ createdAt: 'asc' }, { url: 'asc' }] as const
  const found = await db().clickTarget.findMany({
    where: { slotId },
    orderBy: [...order],
    select: { url: true },
  })
  return found.map(({ url }) => url)
}

/** What was counted of a slot. @param until the last day (UTC) to be counted; all without one */
export async function countsOf(slotId: string, until?: string): Promise<ClickCountRow[]> {
  const found = await db().clickCount.findMany({
    where: {
      target: { slotId },
      count: { gt: 0 },
      ...(until ? { day: { lte: new Date(`${until}T00:00:00Z`) } } : {}),
    },
    orderBy: [{ day: 'asc' }, { targetId: 'asc' }, { kind: 'asc' }],
    select: { day: true, kind: true, count: true, target: { select: { url: true } } },
  })
  return found.map(({ day, kind, count, target }) => ({
    url: target.url,
    day: dayOf(day),
    kind: kind as ClickKind,
    count,
  }))
}

async function snapshotsOf(slotId: string): Promise<KeptSnapshot[]> {
  const found = await db().reportSnapshot.findMany({ where: { slotId }, orderBy: { day: 'asc' } })
  return found.map(({ json, hash, takenAt }) => {
    const snapshot = snapshotSchema.parse(json)
    return { snapshot, hash, takenAt: takenAt.toISOString(), isIntact: hashSnapshot(snapshot) === hash }
  })
}

/**
 * Runs of a placement before `ranAt`, each with its verified clicks up to the same age in days. The publication's own
 * copy, and runs of which no click at all was counted (counting was off), say nothing of what the placement does.
 */
async function earlierRuns(placementId: string, ranAt: Date, age: number): Promise<EarlierRun[]> {
  return db().$queryRaw<EarlierRun[]>`
    SELECT slot."sponsorId"::text,
           coalesce(sum(clicks."count") FILTER (
             WHERE clicks."kind" = 'verified'
               AND clicks."day" <= (slot."ranAt" AT TIME ZONE 'UTC')::date + ${age}::int), 0)::int AS "verified"
    FROM "Slot" slot
    JOIN "Sponsor" sponsor ON sponsor."id" = slot."sponsorId" AND NOT sponsor."isHouse"
    JOIN "ClickTarget" target ON target."slotId" = slot."id"
    JOIN "ClickCount" clicks ON clicks."targetId" = target."id"
    WHERE slot."placementId" = ${placementId}::uuid AND slot."state" = 'RAN' AND slot."ranAt" < ${ranAt}
    GROUP BY slot."id", slot."sponsorId"
    HAVING sum(clicks."count") > 0`
}
