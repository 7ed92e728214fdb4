import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db/db'
import { type IssueDocument, issueDocumentSchema } from '@/lib/document/schema'
import { log } from '@/lib/log/log'
import {
  type ArchivedIssueView,
  type ArchiveEntry,
  archivedIssueSchema,
  archiveEntrySchema,
  type YearCount,
  yearCountSchema,
} from './schema'

/**
 * Readers' queries. They read `ArchivedIssue` and `Edition` and no other table, so that no draft can leak; a withdrawn
 * issue is not there. Issues stand in one order: by date, then by publication, then by id.
 */
const newestFirst = Prisma.sql`a.date DESC, a."publishedAt" DESC, a."issueId" DESC`
const place = (name: 'a' | 'b') => Prisma.raw(`(${name}.date, ${name}."publishedAt", ${name}."issueId")`)

/** The issue that `choose` picks, with its neighbours, in one query. */
function issueAndNeighbours(choose: Prisma.Sql): Prisma.Sql {
  const neighbour = (compare: '<' | '>', order: 'DESC' | 'ASC') => Prisma.sql`(
    SELECT json_build_object('slug', b.slug, 'title', b.title) FROM "ArchivedIssue" b
    WHERE b."withdrawnAt" IS NULL AND ${place('b')} ${Prisma.raw(compare)} ${place('a')}
    ORDER BY b.date ${Prisma.raw(order)}, b."publishedAt" ${Prisma.raw(order)}, b."issueId" ${Prisma.raw(order)}
    LIMIT 1
  )`
  return Prisma.sql`
    SELECT a."issueId"::text, e.document, json_build_object(
      'previous', ${neighbour('<', 'DESC')}, 'next', ${neighbour('>', 'ASC')}
    ) AS neighbours
    FROM "ArchivedIssue" a JOIN "Edition" e ON e.id = a."editionId"
    WHERE a."withdrawnAt" IS NULL AND ${choose}`
}

async function readOne(query: Prisma.Sql): Promise<ArchivedIssueView | null> {
  const [row] = await db().$queryRaw<unknown[]>(query)
  return row ? archivedIssueSchema.parse(row) : null
}

/** A published issue by its slug; null where there is none, or it was withdrawn. */
export function findArchivedIssue(slug: string): Promise<ArchivedIssueView | null> {
  return readOne(issueAndNeighbours(Prisma.sql`a.slug = ${slug}`))
}

/** The newest published issue; null while nothing is published. */
export function findLatestIssue(): Promise<ArchivedIssueView | null> {
  const newest = Prisma.sql`a."issueId" = (
    SELECT a."issueId" FROM "ArchivedIssue" a WHERE a."withdrawnAt" IS NULL ORDER BY ${newestFirst} LIMIT 1
  )`
  return readOne(issueAndNeighbours(newest))
}

/** The years in which issues were published, newest first, each with how many. */
export async function listYears(): Promise<YearCount[]> {
  const rows = await db().$queryRaw<unknown[]>`
    SELECT to_char(date, 'YYYY') AS year, count(*)::int AS count
    FROM "ArchivedIssue" WHERE "withdrawnAt" IS NULL GROUP BY 1 ORDER BY 1 DESC`
  return rows.map((row) => yearCountSchema.parse(row))
}

/** The published issues of some years, newest first, without their text. @param from,to years, both included */
export async function listIssuesOf(from: string, to: string): Promise<ArchiveEntry[]> {
  const rows = await db().$queryRaw<unknown[]>`
    SELECT slug, title, number, to_char(date, 'YYYY-MM-DD') AS date, "itemCount"
    FROM "ArchivedIssue" a
    WHERE "withdrawnAt" IS NULL AND date BETWEEN make_date(${Number(from)}::int, 1, 1) AND make_date(${Number(to)}::int, 12, 31)
    ORDER BY ${newestFirst}`
  return rows.map((row) => archiveEntrySchema.parse(row))
}

export type FeedEntry = { issueId: string; document: IssueDocument }

/**
 * The documents of the newest issues, newest first. One that can't be read is left out and logged: it must not take
 * the feed of all others with it.
 */
export async function listRecentDocuments(limit: number): Promise<FeedEntry[]> {
  const rows = await db().$queryRaw<{ issueId: string; document: unknown }[]>`
    SELECT a."issueId"::text, e.document FROM "ArchivedIssue" a JOIN "Edition" e ON e.id = a."editionId"
    WHERE a."withdrawnAt" IS NULL ORDER BY ${newestFirst} LIMIT ${limit}`
  return rows.flatMap(({ issueId, document }) => {
    const parsed = issueDocumentSchema.safeParse(document)
    if (!parsed.success) log().error({ issueId, err: parsed.error }, 'A stored document can’t be read')
    return parsed.success ? [{ issueId, document: parsed.data }] : []
  })
}

/** Whether an edition that readers see now shows this image of a sponsor's. @param path as documents have it */
export async function isImagePublished(path: string): Promise<boolean> {
  return (await db().archivedIssue.count({ where: { withdrawnAt: null, images: { has: path } } })) > 0
}
