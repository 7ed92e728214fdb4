import { randomUUID } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { AppError, notFound } from '@/lib/errors/app-error'
import { createIssue } from '@/lib/issues/commands/create-issue'
import { lockIssue } from '@/lib/issues/commands/locate'
import { runCommand } from '@/lib/receipts/run-command'
import { mayManageSponsors } from '@/lib/sponsors/policy'
import type { BookSlotInput } from '@/lib/sponsors/schema'
import { formatDay } from '@/lib/times/rules'
import { endWait } from './end-wait'
import { ensureHouse } from './ensure-house'
import { refuseClash } from './refuse-clash'
import { tellContacts } from './tell-contacts'

export type BookedSlot = { id: string; issueId: string; ordinal: number }

/**
 * Books a placement in an issue for a company; where only a date is given, its issue is planned. The copy to be
 * written is begun with it. Two bookings of one place: Postgres lets one of them through.
 * @param options `silent` where the caller tells the contacts itself, e.g. of a series once
 * @throws AppError `taken` where the issue has no such place left, or exclusivity keeps the company out; `wrong_state` where it is out or skipped, `not_found`
 */
export async function bookSlot(
  actor: Actor,
  input: BookSlotInput,
  outer?: Tx,
  { silent = false }: { silent?: boolean } = {},
): Promise<BookedSlot> {
  if (!mayManageSponsors(actor)) throw notFound('page')
  return runCommand(
    actor,
    { id: input.commandId, name: 'book-slot' },
    async (tx) => {
      const issueId = await issueFor(tx, actor, input)
      const { placementId } = input
      const sponsorId = input.sponsorId === 'house' ? (await ensureHouse(tx)).id : input.sponsorId
      // Held until the end, so that it is not removed meanwhile, and books one place after the other.
      const [sponsor] = await tx.$queryRaw<{ id: string }[]>`
        SELECT "id" FROM "Sponsor" WHERE "id" = ${sponsorId}::uuid AND "removedAt" IS NULL FOR NO KEY UPDATE`
      const placement = await tx.placement.findFirst({ where: { id: placementId, retiredAt: null } })
      if (!sponsor) throw notFound('sponsor')
      if (!placement) throw notFound('placement')
      if (input.makeGoodForId) await requireMissed(tx, input.makeGoodForId, sponsorId)
      const ordinal = await freeOrdinal(tx, issueId, placement)
      await refuseClash(tx, issueId, { sponsorId })
      const copy = await tx.adCopy.create({ data: { sponsorId }, select: { id: true } })
      const { price = placement.price, purchaseOrder = '', makeGoodForId = null, seriesId = null } = input
      const terms = { price, currency: placement.currency, purchaseOrder, makeGoodForId, seriesId }
      const at = now()
      const slot = await tx.slot.create({
        data: { issueId, placementId, sponsorId, ordinal, copyId: copy.id, ...terms, createdAt: at },
        select: { id: true },
      })
      await endWait(tx, { issueId, placementId, sponsorId }, at)
      const detail = { issueId, sponsorId, placementId }
      await recordAudit(tx, actor, { action: 'book-slot', subject: 'slot', subjectId: slot.id, detail })
      if (!silent) await tellContacts(tx, slot.id, makeGoodForId ? 'make-good' : 'booked')
      return { id: slot.id, issueId, ordinal }
    },
    outer,
  )
}

/**
 * A make-good is for a slot of the same company that was missed or whose issue was withdrawn, and one of it is enough. That
 * slot is locked, so that two at once don't both book theirs.
 * @throws AppError `invalid`, `taken`
 */
async function requireMissed(tx: Tx, id: string, sponsorId: string): Promise<void> {
  const missed = await tx.$queryRaw<{ id: string }[]>`
    SELECT slot."id" FROM "Slot" slot JOIN "Issue" issue ON issue."id" = slot."issueId"
    WHERE slot."id" = ${id}::uuid AND slot."sponsorId" = ${sponsorId}::uuid
      AND (slot."state" = 'MISSED' OR slot."state" = 'RAN' AND issue."state" = 'WITHDRAWN')
    FOR UPDATE OF slot`
  if (missed.length === 0)
    throw new AppError(
      'invalid',
      'Only a slot of the same company that was missed or withdrawn can be made good.',
    )
  const where = {
    makeGoodForId: id,
    state: { notIn: ['RELEASED', 'MISSED'] },
  } satisfies Prisma.SlotWhereInput
  if ((await tx.slot.count({ where })) === 0) return
  throw new AppError('taken', 'Another date is booked for this slot already. Release that one first.')
}

/** The issue named or of that date, locked; a date without one is planned. @throws AppError `wrong_state`, `not_found` */
export async function issueFor(
  tx: Tx,
  actor: Actor,
  { issueId, date }: { issueId?: string | undefined; date?: string | undefined },
): Promise<string> {
  if (issueId === undefined && date === undefined) throw new AppError('invalid', 'Choose an issue or a date.')
  const found = issueId ?? (await issueOn(tx, actor, date ?? ''))
  const issue = await lockIssue(tx, found)
  if (issue.removed) throw notFound('issue')
  if (issue.state === 'SKIPPED')
    throw new AppError('wrong_state', 'This date is skipped. Take that back first.')
  if (issue.state === 'PUBLISHED' || issue.state === 'WITHDRAWN') {
    throw new AppError('wrong_state', 'This issue is out already. Choose one that is still to come.')
  }
  return found
}

/** The issue of a date, not locked; planned where there is none. */
export async function issueOn(tx: Tx, actor: Actor, date: string): Promise<string> {
  const known = await findIssueOn(tx, date)
  if (known) return known
  // One at a time: two bookings of one new date must not plan two issues. Only here, since others take this lock while
  // they hold an issue.
  await tx.$queryRaw`SELECT 1 AS "locked" FROM "Publication" WHERE "id" = 1 FOR UPDATE`
  const found = await findIssueOn(tx, date)
  if (found) return found
  const { id } = await createIssue(actor, { commandId: randomUUID(), as: 'PLANNED', date }, tx)
  return id
}

async function findIssueOn(tx: Tx, date: string): Promise<string | undefined> {
  const found = await tx.issue.findFirst({
    where: { date: new Date(`${date}T00:00:00Z`), removedAt: null },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  })
  return found?.id
}

/** A place of a placement that is free in an issue: the preferred one, else the first. @throws AppError `taken` */
export async function freeOrdinal(
  tx: Tx,
  issueId: string,
  placement: { id: string; name: string; perIssue: number },
  preferred = 1,
): Promise<number> {
  const { date } = await tx.issue.findUniqueOrThrow({ where: { id: issueId }, select: { date: true } })
  const live = await tx.slot.findMany({
    where: { issueId, placementId: placement.id, state: { notIn: ['RELEASED', 'MISSED'] } },
    select: { ordinal: true },
  })
  const taken = new Set(live.map((slot) => slot.ordinal))
  if (preferred <= placement.perIssue && !taken.has(preferred)) return preferred
  for (let ordinal = 1; ordinal <= placement.perIssue; ordinal += 1) if (!taken.has(ordinal)) return ordinal
  throw new AppError(
    'taken',
    `“${placement.name}” is booked already in the issue of ${formatDay(date.toISOString().slice(0, 10))}. Choose another date or placement.`,
  )
}
