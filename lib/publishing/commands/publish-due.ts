import { type Actor, systemActor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import { db, type Tx, transaction } from '@/lib/db/db'
import { loadDraftIn } from '@/lib/issues/load-draft'
import type { IssueDraft } from '@/lib/issues/schema'
import { logError } from '@/lib/log/log'
import { findBlockers } from '@/lib/preflight/checks'
import { keyOfFinding } from '@/lib/preflight/rules'
import { readCurrent } from '@/lib/publishing/current'
import { lateInWords } from '@/lib/publishing/rules'
import { mailHeld, mailLate, mailWarning } from '@/lib/publishing/schedule-mails'
import { writeEditionOf } from '@/lib/publishing/write-edition'

const schedule = systemActor('schedule')
const DAY_MS = 24 * 60 * 60 * 1000
/** How long after its time an issue counts as late, and its editors are told. */
const LATE_MS = 60 * 60 * 1000

/** What a sweep did with the issues it looked at, by id. */
export type Sweep = { published: string[]; held: string[]; warned: string[] }

/**
 * Publishes what is due, holds what a finding blocks, and warns a day ahead of what would be held, and again of what came since. The issue's row
 * is the truth: two sweeps at once, or one after a kill, publish and mail once. An issue that can't be dealt with is
 * logged and tried again by the next sweep; it must not keep those after it from their time.
 */
export async function publishDue(actor: Actor = schedule): Promise<Sweep> {
  const sweep: Sweep = { published: [], held: [], warned: [] }
  const at = now()
  const soon = await db().issue.findMany({
    where: {
      state: 'SCHEDULED',
      removedAt: null,
      heldReason: null,
      scheduledAt: { lte: new Date(at.getTime() + DAY_MS) },
    },
    orderBy: { scheduledAt: 'asc' },
    select: { id: true },
  })
  for (const { id } of soon) {
    const done = await transaction((tx) => sweepOne(tx, actor, id, at)).catch((error) => {
      logError(error, { issueId: id, sweep: true })
      return null
    })
    if (done) sweep[done].push(id)
  }
  return sweep
}

type LockedSchedule = { scheduledAt: Date; warnedOf: string[] }

/** Compare-and-set under the row's lock: whatever changed since the list was read is seen here. */
async function sweepOne(tx: Tx, actor: Actor, id: string, at: Date): Promise<keyof Sweep | null> {
  const [row] = await tx.$queryRaw<LockedSchedule[]>`
    SELECT "scheduledAt", "warnedOf" FROM "Issue"
    WHERE "id" = ${id}::uuid AND "state" = 'SCHEDULED' AND "heldReason" IS NULL AND "removedAt" IS NULL
    FOR NO KEY UPDATE`
  const draft = row ? await loadDraftIn(tx, id) : null
  if (!row || !draft) return null
  const blocking = await findBlockers(tx, draft)
  if (row.scheduledAt <= at) {
    if (blocking.length > 0)
      return hold(
        tx,
        actor,
        draft,
        blocking.map((finding) => finding.message),
      )
    await writeEditionOf(tx, actor, draft, await readCurrent(tx, id), { at })
    const late = at.getTime() - row.scheduledAt.getTime()
    if (late > LATE_MS) await mailLate(tx, draft, lateInWords(late))
    return 'published'
  }
  const warnedOf = blocking.map(keyOfFinding)
  if (warnedOf.every((key) => row.warnedOf.includes(key))) return null
  // What came since the first warning may be a row that somebody is typing just now.
  if (row.warnedOf.length > 0 && (await isBeingWritten(tx, id))) return null
  await tx.issue.update({ where: { id }, data: { warnedOf } })
  await mailWarning(
    tx,
    draft,
    blocking.map((finding) => finding.message),
  )
  return 'warned'
}

async function isBeingWritten(tx: Tx, issueId: string): Promise<boolean> {
  const [last] = await tx.$queryRaw<{ isFresh: boolean }[]>`
    SELECT "until" > clock_timestamp() - interval '10 minutes' AS "isFresh" FROM "PastRow"
    WHERE "issueId" = ${issueId}::uuid ORDER BY "id" DESC LIMIT 1`
  return last?.isFresh ?? false
}

/** A held issue stays scheduled, with the reason, until a person mends it and publishes or schedules it again. */
async function hold(tx: Tx, actor: Actor, draft: IssueDraft, reasons: string[]): Promise<'held'> {
  const heldReason = reasons.join('\n')
  await tx.issue.update({ where: { id: draft.id }, data: { heldReason } })
  const detail = { reasons }
  await recordAudit(tx, actor, { action: 'hold-issue', subject: 'issue', subjectId: draft.id, detail })
  await mailHeld(tx, draft, reasons)
  return 'held'
}
