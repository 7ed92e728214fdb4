import { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { notFound } from '@/lib/errors/app-error'
import { loadDraft } from '@/lib/issues/queries'
import { nameOfItem } from '@/lib/issues/rules'
import type { IssueDraft } from '@/lib/issues/schema'
import { readPublication } from '@/lib/publication/queries'
import { diffDrafts } from './diff-drafts'
import { draftAt } from './past-draft'
import type { DraftHistory, DraftVersion, RowDiff } from './schema'

/** Changes of one person that follow within so long of each other are one version, in ms. */
const PAUSE = 10 * 60_000
const MOST_CHANGES = 20_000
const MOST_VERSIONS = 200

const restoredSchema = z.object({ from: z.int(), to: z.int() })

type Change = { id: number; rowId: string; until: Date; actorId: string | null; actorName: string }

/** The versions of a draft or of one of its rows, latest first. @throws AppError `not_found` */
export async function loadDraftHistory(actor: Actor, issueId: string, rowId?: string): Promise<DraftHistory> {
  const draft = await loadDraft(actor, issueId)
  const rows = await db().pastRow.findMany({
    where: { issueId, ...(rowId ? { rowId } : {}) },
    orderBy: { id: 'desc' },
    take: MOST_CHANGES,
    select: { id: true, rowId: true, until: true, actorId: true, actorName: true },
  })
  const changes = rows.map((row) => ({ ...row, id: Number(row.id) }))
  const borders = await readBorders(issueId)
  const title = draft.title.trim() || 'Untitled issue'
  const row = rowId ? { id: rowId, name: nameOfRow(draft, rowId) } : null
  return { id: issueId, title, row, versions: versionsOf(changes, borders).slice(0, MOST_VERSIONS) }
}

function nameOfRow(draft: IssueDraft, rowId: string): string {
  const section = draft.sections.find(({ id }) => id === rowId)
  const item = draft.sections.flatMap(({ items }) => items).find(({ id }) => id === rowId)
  if (item) return nameOfItem(item)
  return section ? section.title?.trim() || 'Untitled section' : 'what was removed'
}

/** The numbers of changes with which something else began: a restore, and what was done after it. */
async function readBorders(issueId: string): Promise<number[]> {
  const events = await db().auditEvent.findMany({
    where: { subjectId: issueId, action: 'restore-draft' },
    orderBy: { at: 'desc' },
    take: MOST_VERSIONS,
    select: { detail: true },
  })
  return events.flatMap(({ detail }) => {
    const parsed = restoredSchema.safeParse(detail)
    return parsed.success ? [parsed.data.from, parsed.data.to + 1] : []
  })
}

/** Puts changes together that one person made one after another. @param changes latest first */
function versionsOf(changes: Change[], borders: readonly number[]): DraftVersion[] {
  const runs: Change[][] = []
  for (const change of changes) {
    const run = runs.at(-1)
    const later = run?.at(-1)
    const goesOn =
      later &&
      later.actorId === change.actorId &&
      later.actorName === change.actorName &&
      later.until.getTime() - change.until.getTime() < PAUSE &&
      !borders.some((border) => change.id < border && border <= later.id)
    if (run && goesOn) run.push(change)
    else runs.push([change])
  }
  return runs.flatMap((run) => {
    const [last, first] = [run[0], run.at(-1)]
    if (!last || !first) return []
    const who = last.actorId ? last.actorName : `the ${last.actorName}`
    const rows = new Set(run.map(({ rowId }) => rowId)).size
    return [{ from: first.id, to: last.id, at: last.until.toISOString(), who, rows }]
  })
}

/**
 * What changed from before one change to before another, row by row; of one row only, where it is named.
 * @throws AppError `not_found`
 */
export async function compareVersions(
  actor: Actor,
  issueId: string,
  { from, to, row }: { from: number; to: number; row?: string | undefined },
): Promise<RowDiff[]> {
  const draft = await loadDraft(actor, issueId)
  if (from > to) throw notFound('version')
  const [before, after] = await Promise.all([
    draftAt(db(), draft, { before: from }),
    draftAt(db(), draft, { before: to + 1 }),
  ])
  const rows = diffDrafts(before, after, await readPublication())
  return row ? rows.filter(({ id }) => id === row || (row === issueId && id === 'issue')) : rows
}
