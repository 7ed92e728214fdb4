import { createHash } from 'node:crypto'
import { db } from '@/lib/db/db'
import type { SuggestionView } from './schema'

/** Whether readers may suggest links. */
export async function takesSuggestions(): Promise<boolean> {
  return (await db().publication.count({ where: { id: 1, suggestionsOpen: true } })) > 0
}

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
 * drafts are nobody's to know, and may change.
 */
export async function findSuggestion(token: string): Promise<SuggestionView | null> {
  const hash = new Uint8Array(createHash('sha256').update(token).digest())
  const [row] = await db().$queryRaw<Row[]>`
    SELECT s."url", s."createdAt", c."state"::text, a."title", a."slug", i."id" AS "itemId",
      EXISTS (SELECT 1 FROM "ArchivedIssue" o WHERE o."issueId" = c."issueId") AS "isOut"
    FROM "Suggestion" s JOIN "Capture" c ON c."id" = s."captureId"
      LEFT JOIN "ArchivedItem" i ON i."id" = c."itemId"
      LEFT JOIN "ArchivedIssue" a ON a."issueId" = i."issueId" AND a."withdrawnAt" IS NULL
    WHERE s."tokenHash" = ${hash}`
  if (!row) return null
  const { url, createdAt: sentAt, state, isOut, title, slug, itemId } = row
  if (title !== null && slug !== null && itemId !== null)
    return { url, sentAt, outcome: 'taken', issue: { title, slug, itemId } }
  const isPassed = state === 'DISCARDED' || (state === 'PLACED' && isOut)
  return { url, sentAt, outcome: isPassed ? 'passed' : 'waits', issue: null }
}
