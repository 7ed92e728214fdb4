import type { Actor } from '@/lib/accounts/schema'
import type { Tx } from '@/lib/db/db'
import { AppError, notFound } from '@/lib/errors/app-error'
import { canEditIssue } from '@/lib/issues/policy'
import type { IssueState } from '@/lib/issues/schema'
import type { Versioned } from '@/lib/versions/rules'

type Where = {
  issueId: string
  state: IssueState
  issueRemoved: boolean
  sectionRemoved: boolean
  removed: boolean
}
export type LockedItem = Versioned & Where & { sectionId: string; content: unknown }
export type LockedSection = Versioned & Where

/** Removed rows are told apart from rows that never were, so that a text typed into one is not lost silently. */
function check(actor: Actor, row: Where | undefined, what: string, mayBeRemoved: boolean): void {
  if (!row || !canEditIssue(actor, row)) throw notFound(what)
  if (row.issueRemoved) throw new AppError('removed', 'This issue was removed. Bring it back to go on.')
  if (row.sectionRemoved) throw new AppError('removed', 'The section was removed. Bring it back to go on.')
  if (row.removed && !mayBeRemoved)
    throw new AppError('removed', `This ${what} was removed. Bring it back to go on.`)
}

/**
 * The item with its content, locked until the transaction ends. The lock comes first, by itself: a join under the same
 * lock would, after waiting for a move, look for the section that the item has left, and find nothing.
 * @throws AppError `not_found`, `removed`
 */
export async function lockItem(tx: Tx, actor: Actor, id: string, mayBeRemoved = false): Promise<LockedItem> {
  const row = await readLocked(tx, id)
  // Where the item went to a section younger than this statement, the next one sees it.
  const found = row?.issueId === null ? await readLocked(tx, id) : row
  check(actor, found, 'item', mayBeRemoved)
  return found as LockedItem
}

async function readLocked(tx: Tx, id: string): Promise<LockedItem | undefined> {
  const [row] = await tx.$queryRaw<LockedItem[]>`
    WITH item AS MATERIALIZED (SELECT * FROM "Item" WHERE "id" = ${id}::uuid FOR UPDATE)
    SELECT item."version", item."fieldVersions", item."sectionId", section."issueId", issue."state"::text,
           issue."removedAt" IS NOT NULL AS "issueRemoved", section."removedAt" IS NOT NULL AS "sectionRemoved",
           item."removedAt" IS NOT NULL AS "removed", json_build_object(
             'kind', item."kind", 'headline', item."headline", 'url', item."url", 'links', item."links",
             'blurb', item."blurb", 'byline', item."byline", 'credit', item."credit",
             'disclosure', item."disclosure", 'topics', item."topics", 'tied', item."tied",
             'lang', item."lang", 'dir', item."dir"
           ) AS "content"
    FROM item LEFT JOIN "Section" section ON section."id" = item."sectionId"
         LEFT JOIN "Issue" issue ON issue."id" = section."issueId"`
  return row
}

/** The section, locked until the transaction ends. @throws AppError `not_found`, `removed` */
export async function lockSection(
  tx: Tx,
  actor: Actor,
  id: string,
  mayBeRemoved = false,
): Promise<LockedSection> {
  const [row] = await tx.$queryRaw<LockedSection[]>`
    SELECT section."version", section."fieldVersions", section."issueId", issue."state"::text,
           issue."removedAt" IS NOT NULL AS "issueRemoved", false AS "sectionRemoved",
           section."removedAt" IS NOT NULL AS "removed"
    FROM "Section" section JOIN "Issue" issue ON issue."id" = section."issueId"
    WHERE section."id" = ${id}::uuid FOR UPDATE OF section`
  check(actor, row, 'section', mayBeRemoved)
  return row as LockedSection
}

/**
 * The sections named and the one that holds the item, locked in id order, so that two moves never wait for each other
 * in a circle; each is checked.
 * @throws AppError `not_found`, `removed`
 */
export async function lockSectionsOf(
  tx: Tx,
  actor: Actor,
  itemId: string,
  sectionId: string,
): Promise<(Where & { id: string })[]> {
  const rows = await tx.$queryRaw<(Where & { id: string })[]>`
    SELECT section."id", section."issueId", issue."state"::text, issue."removedAt" IS NOT NULL AS "issueRemoved",
           false AS "sectionRemoved", section."removedAt" IS NOT NULL AS "removed"
    FROM "Section" section JOIN "Issue" issue ON issue."id" = section."issueId"
    WHERE section."id" IN (${sectionId}::uuid, (SELECT "sectionId" FROM "Item" WHERE "id" = ${itemId}::uuid))
    ORDER BY section."id" FOR UPDATE OF section`
  check(
    actor,
    rows.find((row) => row.id === sectionId),
    'section',
    false,
  )
  for (const row of rows) check(actor, row, 'section', false)
  return rows
}

export type LockedIssue = Versioned & {
  id: string
  state: IssueState
  removed: boolean
  removalId: string | null
  number: number | null
  slug: string | null
  title: string
  date: Date
}

/**
 * The issue, locked until the transaction ends; removed ones too. The policy is the caller's to ask. Not by FOR UPDATE,
 * which would wait for every save that keeps a past row of this issue, and have them wait for it in turn.
 * @throws AppError `not_found`
 */
export async function lockIssue(tx: Tx, id: string): Promise<LockedIssue> {
  const [row] = await tx.$queryRaw<LockedIssue[]>`
    SELECT "id", "version", "fieldVersions", "state"::text, "removedAt" IS NOT NULL AS "removed", "removalId",
           "number", "slug", "title", "date"
    FROM "Issue" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`
  if (!row) throw notFound('issue')
  return row
}

/** An opened issue whose text may be changed, locked. @throws AppError `not_found`, `removed` */
export async function lockOpenIssue(tx: Tx, actor: Actor, id: string): Promise<LockedIssue> {
  const issue = await lockIssue(tx, id)
  if (!canEditIssue(actor, issue)) throw notFound('issue')
  if (issue.removed) throw new AppError('removed', 'This issue was removed. Bring it back to go on.')
  return issue
}

/**
 * The section, locked after its issue: who gives a section its place (adding, moving, bringing back) holds the issue,
 * or two would make the same key.
 * @throws AppError `not_found`, `removed`
 */
export async function lockSectionInIssue(
  tx: Tx,
  actor: Actor,
  id: string,
  mayBeRemoved = false,
): Promise<LockedSection> {
  const section = await tx.section.findUnique({ where: { id }, select: { issueId: true } })
  if (!section) throw notFound('section')
  await lockOpenIssue(tx, actor, section.issueId)
  return lockSection(tx, actor, id, mayBeRemoved)
}
