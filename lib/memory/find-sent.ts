import { z } from 'zod'
import { Prisma } from '@/generated/prisma/client'
import { issueLink, itemOrder } from '@/lib/archive/item-rows'
import { issueLinkSchema } from '@/lib/archive/schema'
import { db } from '@/lib/db/db'
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

/** The last item that a link stood in, and how often it did; null where it never did. */
export type Sent = { item: SentItem; issues: number; issuesLately: number }
/** `own`: as an address of an item, its first or a further one; `mentioned`: only in the words of items. */
export type SentBefore = { own: Sent | null; mentioned: Sent | null }

type Row = { own: boolean; issues: number; lately: number }

/**
 * Where links were sent, each group of rows of one link (`KnownLink`) by the name it is given.
 * @param except the issue whose edition doesn't count
 * @param date `YYYY-MM-DD` from which “lately” counts back
 */
export async function findSent(
  groups: ReadonlyMap<string, readonly string[]>,
  { except, date }: { except: string | undefined; date: string },
): Promise<Map<string, SentBefore>> {
  const pairs = [...groups].flatMap(([name, ids]) => ids.map((id) => ({ name, id })))
  if (pairs.length === 0) return new Map()
  const names = pairs.map(({ name }) => name)
  const ids = pairs.map(({ id }) => id)
  const rows = await db().$queryRaw<(Row & { name: string })[]>`
    SELECT found.name, found.own, found.issues, found.lately, ${sentColumns}
    FROM (
      SELECT i.name, i.own, count(DISTINCT i."issueId")::int AS issues,
        (count(DISTINCT i."issueId") FILTER (WHERE i.date > ${date}::date - ${STANDING_DAYS}::int))::int AS lately,
        (array_agg(i.id ORDER BY ${itemOrder('i')}))[1] AS id
      FROM (
        SELECT asked.name, bool_or(m.place <> 'BLURB') AS own, i.id, i.date, i."publishedAt", i."issueId", i.ordinal
        FROM unnest(${names}::text[], ${ids}::uuid[]) asked (name, link)
        JOIN "ArchivedMention" m ON m."linkId" = asked.link
        JOIN "ArchivedItem" i ON i.id = m."itemId"
        WHERE i."issueId" IS DISTINCT FROM ${except ?? null}::uuid
        GROUP BY asked.name, i.id
      ) i
      GROUP BY i.name, i.own
    ) found
    JOIN "ArchivedItem" i ON i.id = found.id
    JOIN "ArchivedIssue" a ON a."issueId" = i."issueId"`
  const sent = new Map<string, SentBefore>()
  for (const row of rows) {
    const before = sent.get(row.name) ?? { own: null, mentioned: null }
    const here = { item: sentItem(row), issues: row.issues, issuesLately: row.lately }
    sent.set(row.name, row.own ? { ...before, own: here } : { ...before, mentioned: here })
  }
  return sent
}
