import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db/db'
import { itemColumns, itemOrder } from './item-rows'
import {
  type FoundItem,
  type FoundPage,
  foundItemSchema,
  type TermKind,
  type Topic,
  topicSchema,
} from './schema'

/** Items on a page of a list. */
export const PAGE_SIZE = 40

type Key = { issueId: string; ordinal: number; date: Date; publishedAt: Date }

/** Rows behind a key in the order of `itemOrder`: first a range of the index, then what the key's own issue has before it. */
function behind({ issueId, ordinal, date, publishedAt }: Key): Prisma.Sql {
  const day = date.toISOString().slice(0, 10)
  return Prisma.sql`
    AND (t.date, t."publishedAt", t."issueId") <= (${day}::date, ${publishedAt}, ${issueId}::uuid)
    AND NOT (t."issueId" = ${issueId}::uuid AND t.ordinal <= ${ordinal})`
}

async function listItems(kind: TermKind, slug: string, after: Key | null): Promise<FoundItem[]> {
  const rows = await db().$queryRaw<unknown[]>`
    SELECT ${itemColumns}
    FROM "ArchivedTerm" t
    JOIN "ArchivedItem" i ON i.id = t."itemId"
    JOIN "ArchivedIssue" a ON a."issueId" = t."issueId"
    WHERE t.kind = ${kind}::"TermKind" AND t.slug = ${slug} ${after ? behind(after) : Prisma.empty}
    ORDER BY ${itemOrder('t')} LIMIT ${PAGE_SIZE + 1}`
  return rows.map((row) => foundItemSchema.parse(row))
}

/**
 * A page of the items under a topic, by an author or leading to a site, newest first. Its name is as the newest item
 * has it.
 * @param after id of the last item of the page before
 * @returns null where there is no such topic, author or site, or `after` isn't under it
 */
export async function findItemsUnder(
  kind: TermKind,
  slug: string,
  after: string | null = null,
): Promise<FoundPage | null> {
  const term = { kind, slug }
  const newest = await db().archivedTerm.findFirst({
    where: term,
    orderBy: [{ date: 'desc' }, { publishedAt: 'desc' }, { issueId: 'desc' }, { ordinal: 'asc' }],
    select: { name: true },
  })
  const key = after
    ? await db().archivedTerm.findUnique({ where: { itemId_kind_slug: { ...term, itemId: after } } })
    : null
  if (!newest || (after && !key)) return null
  const [count, found] = await Promise.all([
    db().archivedTerm.count({ where: term }),
    listItems(kind, slug, key),
  ])
  const items = found.slice(0, PAGE_SIZE)
  const next = found.length > PAGE_SIZE ? (items.at(-1)?.id ?? null) : null
  return { term: { slug, name: newest.name }, count, items, next }
}

/** More than that nobody looks through; the rarest are left to the search. */
const MOST_TOPICS = 1_000

/**
 * The topics that readers see, by name, each as its newest item has it. From one topic to the next in the index, and
 * counted beside publishing (lib/search), a minute behind: reading all their items would take longer with every issue.
 */
export async function listTopics(): Promise<Topic[]> {
  const rows = await db().$queryRaw<unknown[]>`
    WITH RECURSIVE topic AS (
      (SELECT slug FROM "ArchivedTerm" WHERE kind = 'TOPIC' ORDER BY slug LIMIT 1)
      UNION ALL
      SELECT (
        SELECT t.slug FROM "ArchivedTerm" t WHERE t.kind = 'TOPIC' AND t.slug > topic.slug ORDER BY t.slug LIMIT 1
      ) FROM topic WHERE topic.slug IS NOT NULL
    ), counted AS (
      SELECT topic.slug, coalesce(word."items", 1) AS count
      FROM topic LEFT JOIN "SearchWord" word ON word."word" = 'topic:' || topic.slug
      WHERE topic.slug IS NOT NULL ORDER BY count DESC, topic.slug LIMIT ${MOST_TOPICS}
    )
    SELECT counted.slug, counted.count, (
      SELECT t.name FROM "ArchivedTerm" t WHERE t.kind = 'TOPIC' AND t.slug = counted.slug
      ORDER BY ${itemOrder('t')} LIMIT 1
    ) AS name
    FROM counted`
  const topics = rows.map((row) => topicSchema.parse(row))
  return topics.sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

/** Whether any item that readers see has a topic. In order, or PostgreSQL would look through what has none. */
export async function hasTopics(): Promise<boolean> {
  const first = { where: { kind: 'TOPIC' }, orderBy: { slug: 'asc' }, select: { slug: true } } as const
  return (await db().archivedTerm.findFirst(first)) !== null
}
