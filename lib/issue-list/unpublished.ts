import { db } from '@/lib/db/db'
import { countChanges } from '@/lib/document/rules'
import { issueDocumentSchema } from '@/lib/document/schema'
import { loadDraftIn } from '@/lib/issues/load-draft'
import { buildDocument } from '@/lib/publishing/rules'

/**
 * For published issues, how many things a correction would change. Only those that somebody touched since their last
 * edition are compared text by text, which on most pages of the list is none. Asks no policy: for queries that did.
 * @returns counts by issue id; an issue left out has none
 */
export async function countUnpublished(issueIds: string[]): Promise<Map<string, number>> {
  const counts = await Promise.all(
    (await findTouched(issueIds)).map(async (id): Promise<[string, number]> => [id, await countOf(id)]),
  )
  return new Map(counts)
}

/**
 * Issues with a change on record, of themselves or of what is in them, after their last edition, or so shortly before
 * that it may have been committed after: a record's time is that of its writing, and a transaction goes on for seconds.
 */
async function findTouched(issueIds: string[]): Promise<string[]> {
  if (issueIds.length === 0) return []
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT i."id" FROM unnest(${issueIds}::uuid[]) AS i("id")
    WHERE EXISTS (
      SELECT 1 FROM (
        SELECT i."id" AS "id"
        UNION ALL SELECT s."id" FROM "Section" s WHERE s."issueId" = i."id"
        UNION ALL SELECT t."id" FROM "Section" s JOIN "Item" t ON t."sectionId" = s."id" WHERE s."issueId" = i."id"
      ) part
      JOIN "AuditEvent" e ON e."subjectId" = part."id"::text
      WHERE e."action" <> 'publish-edition' AND e."at" >= coalesce((
        SELECT max(p."at") - interval '1 minute' FROM "AuditEvent" p WHERE p."subjectId" = i."id"::text AND p."action" = 'publish-edition'
      ), '-infinity')
    )`
  return rows.map(({ id }) => id)
}

async function countOf(issueId: string): Promise<number> {
  const [draft, archived] = await Promise.all([
    loadDraftIn(db(), issueId),
    db().archivedIssue.findUnique({
      where: { issueId },
      select: { edition: { select: { document: true } } },
    }),
  ])
  if (!draft || !archived) return 0
  const before = issueDocumentSchema.parse(archived.edition.document)
  const { publishedAt, updatedAt, correction, lang, dir } = before.issue
  const meta = { edition: before.edition, publishedAt, updatedAt, correction }
  return countChanges(before, buildDocument(draft, { lang, dir }, meta))
}
