import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { type IssueDocument, issueDocumentSchema } from '@/lib/document/schema'
import { notFound } from '@/lib/errors/app-error'
import { countUnpublished } from '@/lib/issue-list/unpublished'
import { loadDraft } from '@/lib/issues/queries'
import { titleOfIssue } from '@/lib/issues/rules'
import { buildDocument } from '@/lib/publishing/rules'
import { diffDocuments } from './rules'
import type { Comparison, HistoryEntry, IssueHistory } from './schema'

/** The editions of an issue and its withdrawals, latest first. @throws AppError `not_found` */
export async function loadHistory(actor: Actor, issueId: string): Promise<IssueHistory> {
  const draft = await loadDraft(actor, issueId)
  const [editions, archived, events, changes] = await Promise.all([
    db().edition.findMany({
      where: { issueId },
      select: { id: true, edition: true, publishedAt: true, document: true },
    }),
    db().archivedIssue.findUnique({ where: { issueId }, select: { editionId: true, withdrawnAt: true } }),
    db().auditEvent.findMany({
      where: { subjectId: issueId, action: { in: ['publish-edition', 'withdraw-issue'] } },
      select: { action: true, at: true, actorId: true, actorName: true, detail: true },
    }),
    countUnpublished(draft.state === 'PUBLISHED' ? [issueId] : []),
  ])
  const published = new Map(
    events.flatMap((event) => (event.action === 'publish-edition' ? [[editionOf(event.detail), event]] : [])),
  )
  const notes = newNotes(
    editions.map(({ edition, document }) => ({
      edition,
      note: issueDocumentSchema.parse(document).issue.correction,
    })),
  )
  const entries: HistoryEntry[] = [
    ...editions.map((row) => ({
      kind: 'edition' as const,
      edition: row.edition,
      at: row.publishedAt.toISOString(),
      who: whoDid(published.get(row.edition)),
      note: notes.get(row.edition) ?? null,
      isCurrent: archived?.editionId === row.id && archived.withdrawnAt === null,
    })),
    ...events.flatMap((event) =>
      event.action === 'withdraw-issue'
        ? [{ kind: 'withdrawn' as const, at: event.at.toISOString(), who: whoDid(event) }]
        : [],
    ),
  ]
  entries.sort((one, other) => (one.at < other.at ? 1 : -1))
  const title = titleOfIssue(draft)
  return { id: issueId, title, entries, unpublished: changes.get(issueId) ?? 0 }
}

/** The note of each edition that brought one: a silent one goes on showing the last. */
function newNotes(editions: { edition: number; note: string | null }[]): Map<number, string | null> {
  const inOrder = editions.toSorted((one, other) => one.edition - other.edition)
  return new Map(
    inOrder.map(({ edition, note }, index) => [edition, inOrder[index - 1]?.note === note ? null : note]),
  )
}

type Who = { actorId: string | null; actorName: string }

/** A person by name; jobs, imports and the command line by what they are. */
function whoDid(event: Who | undefined): string {
  if (!event) return 'unknown'
  return event.actorId ? event.actorName : `the ${event.actorName}`
}

function editionOf(detail: unknown): number {
  const edition = typeof detail === 'object' && detail && 'edition' in detail ? detail.edition : 0
  return typeof edition === 'number' ? edition : 0
}

/**
 * What an edition changed against the one before it, or, for `draft`, what a correction would change against what
 * readers have.
 * @throws AppError `not_found` for a stranger, an issue or an edition that isn't there, all alike
 */
export async function compareEditions(
  actor: Actor,
  issueId: string,
  wanted: number | 'draft',
): Promise<Comparison> {
  const draft = await loadDraft(actor, issueId)
  const rows = await db().edition.findMany({
    where: { issueId, ...(wanted === 'draft' ? {} : { edition: { lte: wanted } }) },
    orderBy: { edition: 'desc' },
    take: 2,
    select: { edition: true, document: true },
  })
  const [latest, earlier] = rows.map((row) => issueDocumentSchema.parse(row.document))
  if (!latest) throw notFound('edition')
  if (wanted === 'draft') {
    const { lang, dir, publishedAt, updatedAt, correction } = latest.issue
    const meta = { edition: latest.edition, publishedAt, updatedAt, correction }
    return compared(latest, buildDocument(draft, { lang, dir }, meta), 'Unpublished changes')
  }
  if (latest.edition !== wanted) throw notFound('edition')
  return compared(earlier ?? null, latest, nameOf(latest))
}

const nameOf = ({ edition }: IssueDocument) => `Edition ${edition}`

function compared(before: IssueDocument | null, after: IssueDocument, name: string): Comparison {
  return {
    before: before ? nameOf(before) : null,
    after: name,
    rows: diffDocuments(before, after),
    items: after.sections.reduce((sum, section) => sum + section.items.length, 0),
  }
}
