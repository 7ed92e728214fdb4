import { db } from '@/lib/db/db'
import { issueLink, itemOrder } from './item-rows'
import { termSlug } from './rules'
import { type ArchivedItemView, archivedItemSchema, type Mention, mentionSchema } from './schema'
import { findWaysOf } from './ways-queries'

/** A link that stands in more places than that is on its site's page too. */
const MOST_MENTIONS = 200

type Row = { issueId: string; linkId: string | null }

async function listMentions(linkId: string): Promise<Mention[]> {
  const rows = await db().$queryRaw<unknown[]>`
    SELECT i.id::text, i.kind, i.headline, left(i.text, 400) AS text, i.lang, i.dir,
      m."isHeadline", ${issueLink}
    FROM (
      SELECT "itemId", bool_or(place = 'HEADLINE') AS "isHeadline"
      FROM "ArchivedMention" WHERE "linkId" = ${linkId}::uuid GROUP BY "itemId"
    ) m
    JOIN "ArchivedItem" i ON i.id = m."itemId"
    JOIN "ArchivedIssue" a ON a."issueId" = i."issueId"
    ORDER BY ${itemOrder('i')} LIMIT ${MOST_MENTIONS}`
  return rows.map((row) => mentionSchema.parse(row))
}

/** An item that readers see now, with every place of its link; null where there is none. @param id a UUID */
export async function findArchivedItem(id: string): Promise<ArchivedItemView | null> {
  const [row] = await db().$queryRaw<Row[]>`
    SELECT i.item, i."sectionTitle", i."issueId"::text, i."linkId"::text, i.lang, i.dir, ${issueLink}
    FROM "ArchivedItem" i JOIN "ArchivedIssue" a ON a."issueId" = i."issueId"
    WHERE i.id = ${id}::uuid`
  if (!row) return null
  const found = archivedItemSchema.parse(row)
  const [mentions, ways] = await Promise.all([
    row.linkId ? listMentions(row.linkId) : [],
    findWaysOf(row.issueId, found.issue.slug, [id]),
  ])
  const topics = found.item.topics.map((name) => ({ slug: termSlug(name), name }))
  return {
    ...found,
    topics: topics.filter(({ slug }) => slug !== ''),
    mentions,
    ways: ways.items[id] ?? { site: null, authors: [], references: [] },
  }
}
