import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db/db'
import { itemPath, termPath, yearPath } from '@/lib/render/found-paths'
import { issuePath } from '@/lib/render/issue-path'
import { MOST_ADDRESSES, type Part, partsOf, type SitemapKind, type SitemapUrl, sitemapKinds } from './rules'

/*
 * What a sitemap holds, read from the archive's own tables, so that nothing is in it that readers can't see. Each kind
 * stands in the order of its publication, oldest first: what is published later changes no part but the last.
 */

/** An address' key, and when what is there last changed, as an instant in UTC. */
type Listed = [key: string, lastModified: string]

const instant = (column: Prisma.Sql) =>
  Prisma.sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

/** Pages of a site or an author that show no more than an item's own page are left to that. */
const terms = (kind: 'TOPIC' | 'AUTHOR' | 'SITE', least: number) => Prisma.sql`
  SELECT t.slug AS key, max(a."updatedAt") AS at, min(t."publishedAt") AS first, t.slug AS second
  FROM "ArchivedTerm" t JOIN "ArchivedIssue" a ON a."issueId" = t."issueId"
  WHERE t.kind = ${kind}::"TermKind" GROUP BY t.slug HAVING count(*) >= ${least}`

const rows: Record<SitemapKind, Prisma.Sql> = {
  pages: Prisma.sql`
    SELECT to_char(date, 'YYYY') AS key, max("updatedAt") AS at, min("publishedAt") AS first, '' AS second
    FROM "ArchivedIssue" WHERE "withdrawnAt" IS NULL GROUP BY 1`,
  issues: Prisma.sql`
    SELECT slug AS key, "updatedAt" AS at, "publishedAt" AS first, "issueId"::text AS second
    FROM "ArchivedIssue" WHERE "withdrawnAt" IS NULL`,
  items: Prisma.sql`
    SELECT i.id::text AS key, a."updatedAt" AS at, i."publishedAt" AS first, i.id::text AS second
    FROM "ArchivedItem" i JOIN "ArchivedIssue" a ON a."issueId" = i."issueId"`,
  topics: terms('TOPIC', 1),
  authors: terms('AUTHOR', 2),
  sites: terms('SITE', 2),
}

const pathOf: Record<SitemapKind, (key: string) => string> = {
  pages: yearPath,
  issues: issuePath,
  items: itemPath,
  topics: (slug) => termPath('TOPIC', slug),
  authors: (slug) => termPath('AUTHOR', slug),
  sites: (slug) => termPath('SITE', slug),
}

/** How many addresses there are of each kind. */
export async function countAddresses(): Promise<Record<SitemapKind, number>> {
  const counts = sitemapKinds.map(
    (kind) => Prisma.sql`(SELECT count(*)::int FROM (${rows[kind]}) r) AS ${Prisma.raw(kind)}`,
  )
  const [row] = await db().$queryRaw<Record<SitemapKind, number>[]>(
    Prisma.sql`SELECT ${Prisma.join(counts, ', ')}`,
  )
  return row as Record<SitemapKind, number>
}

const slice = ({ kind, number }: Part) => Prisma.sql`
  SELECT * FROM (${rows[kind]}) r ORDER BY first, second
  LIMIT ${MOST_ADDRESSES} OFFSET ${(number - 1) * MOST_ADDRESSES}`

/** Whether there is this part. */
export async function hasPart(part: Part): Promise<boolean> {
  if (part.kind === 'pages' && part.number === 1) return true
  const [row] = await db().$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM (${rows[part.kind]}) r OFFSET ${(part.number - 1) * MOST_ADDRESSES}) AS found`
  return row?.found ?? false
}

/** The addresses of a part, paths from the root. As one value: fifty thousand rows take ten times as long to fetch. */
export async function listAddresses(part: Part): Promise<SitemapUrl[]> {
  const [row] = await db().$queryRaw<{ listed: Listed[] | null }[]>`
    SELECT json_agg(json_build_array(key, ${instant(Prisma.sql`at`)}) ORDER BY first, second) AS listed
    FROM (${slice(part)}) r`
  const found = (row?.listed ?? []).map(([key, lastModified]) => ({
    path: pathOf[part.kind](key),
    lastModified,
  }))
  return part.kind === 'pages' && part.number === 1 ? [...(await listFixedPages()), ...found] : found
}

/** The pages that show the newest of everything. */
async function listFixedPages(): Promise<SitemapUrl[]> {
  const [row] = await db().$queryRaw<
    { at: string | null; topics: boolean; open: boolean; suggests: boolean }[]
  >`
    SELECT ${instant(Prisma.sql`(SELECT max("updatedAt") FROM "ArchivedIssue")`)} AS at,
      EXISTS (SELECT 1 FROM "ArchivedTerm" WHERE kind = 'TOPIC') AS topics,
      EXISTS (SELECT 1 FROM "Publication" WHERE "storefrontOpen") AS open,
      EXISTS (SELECT 1 FROM "Publication" WHERE "suggestionsOpen") AS suggests`
  const lastModified = row?.at ?? null
  const page = (path: string) => ({ path, lastModified })
  return [
    page('/'),
    page('/issues'),
    { path: '/follow', lastModified: null },
    ...(row?.topics ? [page('/topics')] : []),
    ...(row?.open ? [{ path: '/sponsor-us', lastModified: null }] : []),
    ...(row?.suggests ? [{ path: '/suggest', lastModified: null }] : []),
  ]
}

/** Every part of the sitemap with when anything in it last changed; an instant. */
export async function listParts(): Promise<(Part & { lastModified: string | null })[]> {
  const parts = partsOf(await countAddresses())
  return Promise.all(
    parts.map(async (part) => {
      const [row] = await db().$queryRaw<{ at: string | null }[]>`
        SELECT ${instant(Prisma.sql`max(at)`)} AS at FROM (${slice(part)}) r`
      return { ...part, lastModified: row?.at ?? null }
    }),
  )
}
