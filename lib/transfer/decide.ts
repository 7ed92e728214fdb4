import type { Tx } from '@/lib/db/db'
import { type IssueDocument, issueDocumentSchema } from '@/lib/document/schema'
import { isSlugTaken } from '@/lib/issues/commands/numbering'
import { compareIssue, type Difference } from './compare'
import { hashOfSource } from './contents'
import type { PlannedIssue } from './plan'
import type { Outcome, Problem } from './report'

/** What is to be done with one issue; `issueId` is null where it is new. */
export type Decision = {
  planned: PlannedIssue
  hash: string
  issueId: string | null
  outcome: Outcome
  differences: Difference[]
}

const inTheWay = {
  PLANNED: 'is planned in the studio. Delete it there first, or leave the file out.',
  SKIPPED: 'is marked as skipped in the studio. Take that back first, or leave the file out.',
  DRAFT: 'is a draft in the studio. Publish or delete it first, or leave the file out.',
  SCHEDULED: 'is scheduled in the studio. Let it go out or unschedule and delete it, or leave the file out.',
  WITHDRAWN: 'was withdrawn here. Restore it in the studio first, or leave the file out.',
} as const

async function findIssue(tx: Tx, { issue, slug }: PlannedIssue) {
  const which = issue.number === null ? { slug } : { number: issue.number }
  return tx.issue.findFirst({
    where: { ...which, removedAt: null },
    select: { id: true, state: true, archived: { select: { edition: { select: { document: true } } } } },
  })
}

async function slugProblem(
  tx: Tx,
  { issue, slug }: PlannedIssue,
  issueId: string | null,
): Promise<Problem | null> {
  const other = await tx.issue.findFirst({
    where: { slug, removedAt: null, ...(issueId === null ? {} : { id: { not: issueId } }) },
    select: { number: true, title: true },
  })
  if (!other && !(await isSlugTaken(tx, slug, issueId ?? undefined))) return null
  const who = other ? `“${other.title}”` : 'an issue that readers have, or had, at it'
  const message = `The address /issues/${slug} is taken by ${who}. Give this one another slug in its front matter.`
  return { file: issue.file, line: issue.line, message }
}

/** A source without a slug leaves the one that is there. */
function compareSlug({ issue }: IssueDocument, { issue: told, slug }: PlannedIssue): Difference[] {
  if (told.slug === null || slug === issue.slug) return []
  return [{ where: 'issue', field: 'slug', archive: issue.slug, source: slug }]
}

/**
 * Compares an issue with what is there: new, unchanged since it was imported or equal to what readers see, or differing;
 * then it is overwritten if that was asked for. A draft, a withdrawn issue or a taken slug in its way is a problem.
 */
export async function decideIssue(
  tx: Tx,
  planned: PlannedIssue,
  overwrite: boolean,
): Promise<Decision | Problem> {
  const { issue } = planned
  const hash = hashOfSource(issue)
  const there = await findIssue(tx, planned)
  const issueId = there?.id ?? null
  const keepsSlug = there !== null && issue.slug === null
  const taken = keepsSlug ? null : await slugProblem(tx, planned, issueId)
  if (taken) return taken
  if (!there) return { planned, hash, issueId, outcome: 'created', differences: [] }
  if (there.state !== 'PUBLISHED' || !there.archived) {
    const message = `“${issue.title}” ${inTheWay[there.state === 'PUBLISHED' ? 'DRAFT' : there.state]}`
    return { file: issue.file, line: issue.line, message }
  }
  const document = issueDocumentSchema.parse(there.archived.edition.document)
  const differences = [...compareSlug(document, planned), ...compareIssue(document, issue)]
  const isKnown =
    (await tx.importRecord.findFirst({ where: { issueId, hash }, select: { id: true } })) !== null
  if (differences.length === 0 || (isKnown && !overwrite)) {
    return { planned, hash, issueId, outcome: 'unchanged', differences: [] }
  }
  return { planned, hash, issueId, outcome: overwrite ? 'overwritten' : 'differing', differences }
}
