import { z } from 'zod'
import { Prisma } from '@/generated/prisma/client'
import { issueLink, itemOrder } from '@/lib/archive/item-rows'
import { issueLinkSchema } from '@/lib/archive/schema'
import { db, type Tx } from '@/lib/db/db'
import { env } from '@/lib/env/env'
import { itemPath } from '@/lib/render/found-paths'
import { STANDING_DAYS } from './rules'
import type { SentItem } from './schema'

const EXCERPT = 200

/** The item `i` of the issue `a`. */
export const sentColumns = Prisma.sql`i.id::text, i.headline, left(i.text, ${EXCERPT + 1}) AS text, ${issueLink}`
export const sentSchema = z.object({
  id: z.string(),
  headline: z.string().nullable(),
  text: z.string(),
  issue: issueLinkSchema,
})

/** An excerpt that ends at a word. */
const cut = (text: string) =>
  text.length <= EXCERPT ? text : `${text.slice(0, EXCERPT).replace(/\s\S*$/, '')} …`

export function sentItem(row: unknown): SentItem {
  const { id, headline, text, issue } = sentSchema.parse(row)
  const excerpt = cut(text.replace(/\s+/g, ' ').trim())
  return { itemId: id, headline, excerpt, href: `${env().APP_URL}${itemPath(id)}`, issue }
}

/** The last item that a link stood in, and in how many issues it did. */
export type Sent = { item: SentItem; issues: number; issuesLately: number }
/** `own`: as an address of an item, its first or a further one; `mentioned`: only in the words of items. */
export type SentBefore = { own: Sent | null; mentioned: Sent | null }

type Row = { linkId: string; own: boolean; issues: number; lately: number }

/**
 * Where links were sent, by their ids.
 * @param except the issue whose edition doesn't count
 * @param date `YYYY-MM-DD` from which “lately” counts back
 */
export async function findSent(
  ids: readonly string[],
  { except, date }: { except: string | undefined; date: string },
  client: Tx = db(),
): Promise<Map<string, SentBefore>> {
  if (ids.length === 0) return new Map()
  const rows = await client.$queryRaw<Row[]>`
    SELECT found."linkId"::text, found.own, found.issues, found.lately, ${sentColumns}
    FROM (
      SELECT i."linkId", i.own, count(DISTINCT i."issueId")::int AS issues,
        (count(DISTINCT i."issueId") FILTER (WHERE i.date > ${date}::date - ${STANDING_DAYS}::int))::int AS lately,
        (array_agg(i.id ORDER BY ${itemOrder('i')}))[1] AS id
      FROM (
        SELECT m."linkId", bool_or(m.place <> 'BLURB') AS own, i.id, i.date, i."publishedAt", i."issueId", i.ordinal
        FROM "ArchivedMention" m JOIN "ArchivedItem" i ON i.id = m."itemId"
        WHERE m."linkId" = ANY(${ids}::uuid[]) AND i."issueId" IS DISTINCT FROM ${except ?? null}::uuid
        GROUP BY m."linkId", i.id
      ) i
      GROUP BY i."linkId", i.own
    ) found
    JOIN "ArchivedItem" i ON i.id = found.id
    JOIN "ArchivedIssue" a ON a."issueId" = i."issueId"`
  const sent = new Map<string, SentBefore>()
  for (const row of rows) {
    const before = sent.get(row.linkId) ?? { own: null, mentioned: null }
    const here = { item: sentItem(row), issues: row.issues, issuesLately: row.lately }
    sent.set(row.linkId, row.own ? { ...before, own: here } : { ...before, mentioned: here })
  }
  return sent
}

/** What was sent under one or the other row of the same link. */
function join(one: Sent | null, other: Sent | null): Sent | null {
  if (!one || !other) return one ?? other
  const [last] = [one, other].sort((a, b) => b.item.issue.date.localeCompare(a.item.issue.date))
  return {
    item: last?.item ?? one.item,
    issues: one.issues + other.issues,
    issuesLately: one.issuesLately + other.issuesLately,
  }
}

/** Where a link was sent that has several rows, since its addresses were known to be one only later. */
export function sentUnder(ids: readonly string[], sent: ReadonlyMap<string, SentBefore>): SentBefore {
  return ids.reduce<SentBefore>(
    (before, id) => {
      const here = sent.get(id)
      return {
        own: join(before.own, here?.own ?? null),
        mentioned: join(before.mentioned, here?.mentioned ?? null),
      }
    },
    { own: null, mentioned: null },
  )
}
