import type { Tx } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'
import { clashInWords, findClash } from '@/lib/exclusivity/rules'
import { readInventoryIn } from '@/lib/inventory/queries'
import { daysAfter } from '@/lib/times/rules'

type Candidate = { sponsorId: string; slotId?: string }
type Company = { name: string; field: string; isHouse: boolean }

/** More than a step of any cadence, to each side. */
const NEAR_DAYS = 62

/** Whether the settings keep competitors and neighbours apart. */
export async function keepsExclusive(tx: Tx): Promise<boolean> {
  const publication = await tx.publication.findUnique({ where: { id: 1 }, select: { keepsExclusive: true } })
  return publication?.keepsExclusive ?? false
}

/**
 * Where the settings keep competitors and neighbours apart: holds the company until the transaction ends, so that two
 * bookings of it in neighbouring issues see each other, and refuses a clash. Call it with the issue locked.
 * @throws AppError `taken`, by name
 */
export async function refuseClash(tx: Tx, issueId: string, { sponsorId, slotId }: Candidate): Promise<void> {
  if (!(await keepsExclusive(tx))) return
  const [company] = await tx.$queryRaw<Company[]>`
    SELECT "name", "field", "isHouse" FROM "Sponsor" WHERE "id" = ${sponsorId}::uuid FOR NO KEY UPDATE`
  const issue = await tx.issue.findUnique({ where: { id: issueId }, select: { date: true } })
  if (!company || !issue) return
  const date = issue.date.toISOString().slice(0, 10)
  const span = { from: daysAfter(date, -NEAR_DAYS), to: daysAfter(date, NEAR_DAYS) }
  const { dates } = await readInventoryIn(tx, span)
  const at = dates.find((row) => row.issueId === issueId)
  const clash = at ? findClash(dates, at, { sponsorId, slotId, ...company }) : null
  if (clash) throw new AppError('taken', clashInWords(clash, company.name, date), { detail: { clash } })
}
