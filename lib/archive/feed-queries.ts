import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db/db'
import { canonicalJson } from '@/lib/document/rules'
import { documentItemSchema } from '@/lib/document/schema'
import { log } from '@/lib/log/log'
import { type FeedItem, feedItemSchema } from './schema'

/** Which items: all, those found under a topic, an author or a site, or those of sections of one name. */
export type ItemsOf =
  | { kind: 'TOPIC' | 'AUTHOR' | 'SITE' | 'SECTION'; slug: string }
  | { ids: string[] }
  | null

const newestFirst = Prisma.raw('i.date DESC, i."publishedAt" DESC, i."issueId" DESC, i.ordinal')

function chosen(of: ItemsOf, limit: number): Prisma.Sql {
  const from = (where: Prisma.Sql) =>
    Prisma.sql`SELECT i.* FROM "ArchivedItem" i ${where} ORDER BY ${newestFirst} LIMIT ${limit}`
  if (of === null) return from(Prisma.empty)
  if ('ids' in of) return from(Prisma.sql`WHERE i.id = ANY(${of.ids}::uuid[])`)
  if (of.kind === 'SECTION') return from(Prisma.sql`WHERE i."sectionSlug" = ${of.slug}`)
  return Prisma.sql`
    SELECT i.* FROM (
      SELECT t."itemId" FROM "ArchivedTerm" t WHERE t.kind = ${of.kind}::"TermKind" AND t.slug = ${of.slug}
      ORDER BY t.date DESC, t."publishedAt" DESC, t."issueId" DESC, t.ordinal LIMIT ${limit}
    ) found JOIN "ArchivedItem" i ON i.id = found."itemId"`
}

/**
 * The newest items that readers see, newest first. One that can't be read is left out and logged: it must not take the
 * feed of all others with it.
 */
export async function listFeedItems(of: ItemsOf, limit: number): Promise<FeedItem[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT i.id::text, i."issueId"::text, i.item, i."sectionTitle", e.edition AS editions,
      e.document->'issue' AS issue
    FROM (${chosen(of, limit)}) i
    JOIN "ArchivedIssue" a ON a."issueId" = i."issueId" JOIN "Edition" e ON e.id = a."editionId"
    ORDER BY ${newestFirst}`
  const items = rows.flatMap((row) => {
    const parsed = feedItemSchema.safeParse(row)
    if (!parsed.success) log().error({ itemId: row.id, err: parsed.error }, 'A stored item can’t be read')
    return parsed.success ? [parsed.data] : []
  })
  const changes = await findChanges(
    items.filter(({ editions }) => editions > 1).map(({ issueId }) => issueId),
  )
  return items.map(({ editions: _, ...item }) => {
    return { ...item, updatedAt: changes.get(item.item.id) ?? item.issue.publishedAt }
  })
}

type StoredItem = { issueId: string; publishedAt: Date; item: { id: string } }

/**
 * When each item of these issues came to be what it is: a correction elsewhere in its issue is none of it. By the
 * item's id; an instant.
 */
async function findChanges(issueIds: string[]): Promise<Map<string, string>> {
  if (issueIds.length === 0) return new Map()
  const rows = await db().$queryRaw<StoredItem[]>`
    SELECT e."issueId"::text, e."publishedAt", item
    FROM "Edition" e, jsonb_path_query(e.document, '$.sections[*].items[*]') item
    WHERE e."issueId" = ANY(${[...new Set(issueIds)]}::uuid[]) ORDER BY e."issueId", e.edition`
  const last = new Map<string, { text: string; at: string }>()
  for (const { item, publishedAt } of rows) {
    // An edition from before a field was added says nothing else than one after.
    const text = canonicalJson(documentItemSchema.safeParse(item).data ?? item)
    if (last.get(item.id)?.text !== text) last.set(item.id, { text, at: publishedAt.toISOString() })
  }
  return new Map([...last].map(([id, { at }]) => [id, at]))
}

/** What the newest of the items calls the topic, author, site or section; null where there are none. */
export async function nameOfItems(of: Exclude<ItemsOf, null | { ids: string[] }>): Promise<string | null> {
  const { kind, slug } = of
  const orderBy = [
    { date: 'desc' as const },
    { publishedAt: 'desc' as const },
    { issueId: 'desc' as const },
    { ordinal: 'asc' as const },
  ]
  if (kind === 'SECTION') {
    const where = { sectionSlug: slug }
    const found = await db().archivedItem.findFirst({ where, orderBy, select: { sectionTitle: true } })
    return found?.sectionTitle ?? null
  }
  const found = await db().archivedTerm.findFirst({ where: { kind, slug }, orderBy, select: { name: true } })
  return found?.name ?? null
}
