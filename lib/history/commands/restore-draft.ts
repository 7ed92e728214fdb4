import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { letGoAgain, placeAgain, takenOutOf } from '@/lib/captures/commands/place-again'
import type { Tx } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'
import { draftAt } from '@/lib/history/past-draft'
import type { restoreDraftSchema } from '@/lib/history/schema'
import { applyDraft, type TargetSection } from '@/lib/issues/commands/apply-draft'
import { lockDraft } from '@/lib/issues/commands/lock-draft'
import { saveIssue } from '@/lib/issues/commands/save-issue'
import type { IssueDraft, IssueFields } from '@/lib/issues/schema'
import { runCommand } from '@/lib/receipts/run-command'

/** What a restored draft takes over of its own: not its name in the archive, nor its date, on which others rely. */
const ownFields = ['title', 'subject', 'preheader', 'intro', 'outro', 'lang', 'dir'] as const

/**
 * Makes a draft, or one row of it, what it was before a change. It is a change like any other: a version of its own,
 * which can be gone back behind in the same way.
 * @returns `undo`: before which change the draft is as it was until now; null where nothing changed
 * @throws AppError `not_found`, `removed`
 */
export function restoreDraft(
  actor: Actor,
  input: z.infer<typeof restoreDraftSchema> & { issueId: string },
): Promise<{ undo: number | null }> {
  return runCommand(actor, { id: input.commandId, name: 'restore-draft' }, async (tx) => {
    const { issueId, before, row } = input
    const draft = await lockDraft(tx, actor, issueId)
    const past = await draftAt(tx, draft, { before })
    const last = await lastChange(tx, issueId)
    const taken = await takenOutOf(tx, issueId)
    if (!row || row === issueId) await restoreOwn(tx, actor, draft, past)
    if (row !== issueId) await applyDraft(tx, actor, draft, row ? withRow(draft, past, row) : targetOf(past))
    await placeAgain(tx, input.commandId, issueId, taken)
    const stood = draft.sections.flatMap(({ items }) => items.map(({ id }) => id))
    await letGoAgain(tx, input.commandId, stood)
    const { _min, _max } = await tx.pastRow.aggregate({
      where: { issueId, id: { gt: last } },
      _min: { id: true },
      _max: { id: true },
    })
    const undo = _min.id === null ? null : Number(_min.id)
    // By these a restore is told as a version of its own.
    const detail = { before, row: row ?? null, from: undo, to: Number(_max.id ?? 0) }
    await recordAudit(tx, actor, { action: 'restore-draft', subject: 'issue', subjectId: issueId, detail })
    return { undo }
  })
}

async function lastChange(tx: Tx, issueId: string): Promise<bigint> {
  const { _max } = await tx.pastRow.aggregate({ where: { issueId }, _max: { id: true } })
  return _max.id ?? 0n
}

async function restoreOwn(tx: Tx, actor: Actor, draft: IssueDraft, past: IssueDraft): Promise<void> {
  const changed = ownFields.filter((field) => draft[field] !== past[field])
  if (changed.length === 0) return
  const fields = Object.fromEntries(changed.map((field) => [field, past[field]])) as IssueFields
  const { id, version } = draft
  await saveIssue(actor, { commandId: randomUUID(), id, version, fields }, tx)
}

function targetOf(draft: IssueDraft): TargetSection[] {
  return draft.sections.map(({ id, title, layout, items }) => ({
    id,
    content: { title, layout },
    items: items.map(({ id: itemId, version: _version, ...content }) => ({ id: itemId, content })),
  }))
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
