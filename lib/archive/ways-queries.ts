import { db } from '@/lib/db/db'
import { findReferences } from './references'
import type { ArchivedIssueView, IssueWays, ItemWays, Term } from './schema'

type Row = { id: string; site: string | null; authors: Term[] }

/** The site and the authors of items, only where something else is found under them. */
async function termsWithMore(ids: readonly string[]): Promise<Row[]> {
  return db().$queryRaw<Row[]>`
    SELECT i.id::text,
      max(t.slug) FILTER (WHERE t.kind = 'SITE' AND t.slug = i.site) AS site,
      coalesce(
        json_agg(json_build_object('slug', t.slug, 'name', t.name)) FILTER (WHERE t.kind = 'AUTHOR'), '[]'
      ) AS authors
    FROM "ArchivedItem" i JOIN "ArchivedTerm" t ON t."itemId" = i.id
    WHERE i.id = ANY(${ids}::uuid[]) AND t.kind IN ('SITE', 'AUTHOR') AND EXISTS (
      SELECT 1 FROM "ArchivedTerm" other
      WHERE other.kind = t.kind AND other.slug = t.slug AND other."itemId" <> i.id
    )
    GROUP BY i.id`
}

/** Ways from an issue that readers see, and from some of its items, to what belongs with them. */
export async function findWaysOf(issueId: string, slug: string, itemIds: string[]): Promise<IssueWays> {
  const [rows, references] = await Promise.all([
    termsWithMore(itemIds),
    findReferences(issueId, slug, itemIds),
  ])
  const terms = new Map(rows.map((row) => [row.id, row]))
  const waysOf = (id: string): ItemWays => {
    const { site = null, authors = [] } = terms.get(id) ?? {}
    return { site, authors, references: references.get(id) ?? [] }
  }
  const items = Object.fromEntries(itemIds.map((id) => [id, waysOf(id)]))
  return { items, references: references.get(null) ?? [] }
}

/** The same for an issue as a whole. */
export function findWays({ issueId, document }: ArchivedIssueView): Promise<IssueWays> {
  const items = document.sections.flatMap((section) => section.items)
  const ids = items.map((item) => item.id)
  return findWaysOf(issueId, document.issue.slug, ids)
}
