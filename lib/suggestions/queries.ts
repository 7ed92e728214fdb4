import { db } from '@/lib/db/db'
import { findKnownLinks } from '@/lib/links/queries'
import { canonicalLink } from '@/lib/links/rules'
import { hashToken } from '@/lib/tokens/hash-token'
import type { SuggestionView } from './schema'

type Row = {
  url: string
  createdAt: Date
  state: string
  isOut: boolean
  title: string | null
  slug: string | null
  itemId: string | null
}

/**
 * What became of a suggestion, for whoever has its address; null for nobody's. What stands in a draft waits still:
 * drafts are nobody's to know, and may change. A curator who had the link too may have placed their own capture of it:
 * what counts for its sender is that readers have it.
 */
export async function findSuggestion(token: string): Promise<SuggestionView | null> {
  const [row] = await db().$queryRaw<Row[]>`
    SELECT s."url", s."createdAt", c."state"::text, a."title", a."slug", i."id" AS "itemId",
      EXISTS (SELECT 1 FROM "ArchivedIssue" o WHERE o."issueId" = c."issueId") AS "isOut"
    FROM "Suggestion" s JOIN "Capture" c ON c."id" = s."captureId"
      LEFT JOIN "ArchivedItem" i ON i."id" = c."itemId"
      LEFT JOIN "ArchivedIssue" a ON a."issueId" = i."issueId" AND a."withdrawnAt" IS NULL
    WHERE s."tokenHash" = ${hashToken(token)}`
  if (!row) return null
  const { url, createdAt: sentAt, state, isOut, title, slug, itemId } = row
  const own = title !== null && slug !== null && itemId !== null ? { title, slug, itemId } : null
  const issue = own ?? (await findSince(url, sentAt))
  if (issue) return { url, sentAt, outcome: 'taken', issue }
  const isPassed = state === 'DISCARDED' || (state === 'PLACED' && isOut)
  return { url, sentAt, outcome: isPassed ? 'passed' : 'waits', issue: null }
}

/** The first issue since an instant that has a link, however its address is written, and the item that leads there. */
async function findSince(url: string, since: Date): Promise<SuggestionView['issue']> {
  const link = canonicalLink(url)
  const known = link && (await findKnownLinks([link])).get(link.canonical)
  if (!known || known.ids.length === 0) return null
  const [found] = await db().$queryRaw<NonNullable<SuggestionView['issue']>[]>`
    SELECT a."title", a."slug", i."id"::text AS "itemId"
    FROM "ArchivedMention" m JOIN "ArchivedItem" i ON i."id" = m."itemId"
      JOIN "ArchivedIssue" a ON a."issueId" = i."issueId"
    WHERE m."linkId" = ANY(${known.ids}::uuid[]) AND a."withdrawnAt" IS NULL AND a."publishedAt" > ${since}
    ORDER BY a."publishedAt", m."place" = 'BLURB', i."ordinal" LIMIT 1`
  return found ?? null
}
