import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { letGoAgain, placeAgain, takenOutOf } from '@/lib/captures/commands/place-again'
import type { Tx } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'
import { draftAt } from '@/lib/history/past-draft'
import type { Changes, restoreDraftSchema } from '@/lib/history/schema'
import { takeBack, targetOf } from '@/lib/history/take-back'
import { applyDraft, type TargetSection } from '@/lib/issues/commands/apply-draft'
import { lockDraft } from '@/lib/issues/commands/lock-draft'
import { saveIssue } from '@/lib/issues/commands/save-issue'
import type { IssueDraft, IssueFields } from '@/lib/issues/schema'
import { runCommand } from '@/lib/receipts/run-command'

/** What a restored draft takes over of its own: not its name in the archive, nor its date, on which others rely. */
const ownFields = ['title', 'subject', 'preheader', 'intro', 'outro', 'lang', 'dir'] as const
type OwnField = (typeof ownFields)[number]

/**
 * Makes a draft, or one row of it, what it was before a change; or takes such a restore back, without what others did
 * since. It is a change like any other: a version of its own, which can be gone back behind in the same way.
 * @returns `undo`: the changes that it made; null where nothing changed
 * @throws AppError `not_found`, `removed`; `conflict` where others changed what an undo would take back
 */
export function restoreDraft(
  actor: Actor,
  input: z.infer<typeof restoreDraftSchema> & { issueId: string },
): Promise<{ undo: Changes | null }> {
  return runCommand(actor, { id: input.commandId, name: 'restore-draft' }, async (tx) => {
    const { issueId, commandId, ...what } = input
    const draft = await lockDraft(tx, actor, issueId)
    const wanted = 'undo' in what ? await undone(tx, draft, what.undo) : await restored(tx, draft, what)
    const last = await lastChange(tx, issueId)
    const taken = await takenOutOf(tx, issueId)
    if (wanted.content) await restoreOwn(tx, actor, draft, wanted.content)
    if (wanted.sections) await applyDraft(tx, actor, draft, wanted.sections)
    await placeAgain(tx, commandId, issueId, taken)
    const stood = draft.sections.flatMap(({ items }) => items.map(({ id }) => id))
    await letGoAgain(tx, commandId, stood)
    const { _min, _max } = await tx.pastRow.aggregate({
      where: { issueId, id: { gt: last } },
      _min: { id: true },
      _max: { id: true },
    })
    const undo = _min.id === null ? null : { from: Number(_min.id), to: Number(_max.id) }
    // By these a restore is told as a version of its own.
    const asked =
      'undo' in what
        ? { undoneFrom: what.undo.from, undoneTo: what.undo.to }
        : { before: what.before, row: what.row ?? null }
    const detail = { ...asked, from: undo?.from ?? null, to: undo?.to ?? 0 }
    await recordAudit(tx, actor, { action: 'restore-draft', subject: 'issue', subjectId: issueId, detail })
    return { undo }
  })
}

/** What a draft shall be: its own content, its sections; neither where it stays. */
type Wanted = { content?: Pick<IssueDraft, OwnField>; sections?: readonly TargetSection[] }

async function restored(
  tx: Tx,
  draft: IssueDraft,
  { before, row }: { before: number; row?: string | undefined },
): Promise<Wanted> {
  const past = await draftAt(tx, draft, { before })
  if (!row) return { content: past, sections: targetOf(past) }
  return row === draft.id ? { content: past } : { sections: withRow(draft, past, row) }
}

async function undone(tx: Tx, draft: IssueDraft, { from, to }: Changes): Promise<Wanted> {
  const [before, after] = [
    await draftAt(tx, draft, { before: from }),
    await draftAt(tx, draft, { before: to + 1 }),
  ]
  return takeBack(before, after, draft)
}

async function lastChange(tx: Tx, issueId: string): Promise<bigint> {
  const { _max } = await tx.pastRow.aggregate({ where: { issueId }, _max: { id: true } })
  return _max.id ?? 0n
}

async function restoreOwn(
  tx: Tx,
  actor: Actor,
  draft: IssueDraft,
  past: Pick<IssueDraft, OwnField>,
): Promise<void> {
  const changed = ownFields.filter((field) => draft[field] !== past[field])
  if (changed.length === 0) return
  const fields = Object.fromEntries(changed.map((field) => [field, past[field]])) as IssueFields
  const { id, version } = draft
  await saveIssue(actor, { commandId: randomUUID(), id, version, fields }, tx)
}

/** The draft as it is, but for one row, which is as it was; one that was removed is back at its place. */
function withRow(draft: IssueDraft, past: IssueDraft, row: string): TargetSection[] {
  const now = targetOf(draft)
  const then = targetOf(past)
  const section = then.find(({ id }) => id === row)
  if (section) {
    const isThere = now.some(({ id }) => id === row)
    if (isThere) return now.map((each) => (each.id === row ? { ...each, content: section.content } : each))
    return putBelow(
      now,
      { ...section, items: [] },
      then.map(({ id }) => id),
    )
  }
  const home = then.find(({ items }) => items.some(({ id }) => id === row))
  const item = home?.items.find(({ id }) => id === row)
  if (!home || !item) throw new AppError('wrong_state', 'It was not there then.')
  const isThere = now.some(({ items }) => items.some(({ id }) => id === row))
  if (isThere) {
    return now.map((each) => ({ ...each, items: each.items.map((one) => (one.id === row ? item : one)) }))
  }
  const ids = home.items.map(({ id }) => id)
  if (!now.some(({ id }) => id === home.id))
    throw new AppError('removed', 'Its section was removed since. Bring that back first.')
  return now.map((each) => (each.id === home.id ? { ...each, items: putBelow(each.items, item, ids) } : each))
}

/** The list with one more below the nearest of those that stood above it. */
function putBelow<T extends { id: string }>(list: T[], one: T, order: string[]): T[] {
  const above = order.slice(0, order.indexOf(one.id)).findLast((id) => list.some((each) => each.id === id))
  const at = above === undefined ? 0 : list.findIndex(({ id }) => id === above) + 1
  return [...list.slice(0, at), one, ...list.slice(at)]
}
