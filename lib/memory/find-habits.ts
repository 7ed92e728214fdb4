import { z } from 'zod'
import { Prisma } from '@/generated/prisma/client'
import { readByline } from '@/lib/archive/byline'
import { issueLink } from '@/lib/archive/item-rows'
import { termSlug } from '@/lib/archive/rules'
import { issueLinkSchema } from '@/lib/archive/schema'
import { db, type Tx } from '@/lib/db/db'
import type { CanonicalLink } from '@/lib/links/rules'
import { authorsInDraft, countOfOwner } from './find-drafts'
import { MANY_OF_AUTHOR, MANY_OF_HOST, ownerOf, repeatsAsUsual, STANDING_DAYS, unusually } from './rules'
import type { Note } from './schema'

type When = { date: string; except: string | undefined }
/** The item that asks, which doesn’t count, and its issue. */
type Asked = When & { itemId: string | undefined; issueId: string | undefined }

const MONTH_DAYS = 31
const YEAR_DAYS = 365

/**
 * Whether this month has unusually many items of the host, or on a shared host of the same person; those of the issue
 * that asks count.
 */
export async function findHost(
  link: CanonicalLink,
  { date, except, itemId, issueId }: Asked,
): Promise<Note[]> {
  const owner = ownerOf(link.canonical, link.host)
  if (!owner) return []
  const name = `${owner.host}${owner.path}`
  const ofOwner =
    owner.path === '' ? Prisma.empty : Prisma.sql`AND strpos(lower(i.url), ${`${name.toLowerCase()}/`}) > 0`
  const inThisIssue = issueId ? countOfOwner(issueId, itemId, owner) : 0
  const inArchive = db().$queryRaw<{ month: number; year: number; months: number }[]>`
    SELECT (count(*) FILTER (WHERE i.date > ${date}::date - ${MONTH_DAYS}::int))::int AS month, count(*)::int AS year,
      (SELECT greatest(1, least(12, (${date}::date - min(date)) / 30.0))::float FROM "ArchivedItem") AS months
    FROM "ArchivedItem" i
    WHERE i.host = ${owner.host} AND i.date > ${date}::date - ${YEAR_DAYS}::int AND i.date <= ${date}::date
      AND i."issueId" IS DISTINCT FROM ${except ?? null}::uuid ${ofOwner}`
  const [here, [row]] = await Promise.all([inThisIssue, inArchive])
  if (!row) return []
  const items = row.month + here
  const usual = unusually(items, row.year + here, row.months, MANY_OF_HOST)
  return usual === null ? [] : [{ kind: 'host', host: name, items, here, usual }]
}

const MOST_AUTHORS = 5

const authorSchema = z.object({
  slug: z.string(),
  times: z.int(),
  year: z.int(),
  quarters: z.number(),
  issue: issueLinkSchema,
})

/** A byline without the Markdown that it may hold. */
const plain = (byline: string) => byline.replace(/\[([^\]]{0,200})\]\([^)]*\)/g, '$1').replace(/[*_]/g, '')

/** Authors of a byline who were credited unusually often in the last three months, or in the same issue. */
export async function findAuthors(byline: string, { date, except, itemId, issueId }: Asked): Promise<Note[]> {
  const authors = readByline(plain(byline)).slice(0, MOST_AUTHORS)
  if (authors.length === 0) return []
  const slugs = authors.map(({ slug }) => slug)
  const [rows, here] = await Promise.all([
    db().$queryRaw<unknown[]>`
      SELECT found.slug, found.times, found.year, ${issueLink},
        (SELECT greatest(1, least(4, (${date}::date - min(date)) / ${STANDING_DAYS}::float)) FROM "ArchivedItem") AS quarters
      FROM (
        SELECT t.slug, count(*)::int AS year,
          (count(*) FILTER (WHERE t.date > ${date}::date - ${STANDING_DAYS}::int))::int AS times,
          (array_agg(t."issueId" ORDER BY t.date DESC, t."publishedAt" DESC, t."issueId" DESC))[1] AS "issueId"
        FROM "ArchivedTerm" t
        WHERE t.kind = 'AUTHOR' AND t.slug = ANY(${slugs}) AND t.date > ${date}::date - ${YEAR_DAYS}::int
          AND t."issueId" IS DISTINCT FROM ${except ?? null}::uuid
        GROUP BY t.slug
      ) found JOIN "ArchivedIssue" a ON a."issueId" = found."issueId"`,
    issueId ? authorsInDraft(issueId, itemId) : new Set<string>(),
  ])
  const before = new Map(rows.map((row) => authorSchema.parse(row)).map((row) => [row.slug, row]))
  return authors.flatMap(({ slug, name }): Note[] => {
    const { times = 0, year = 0, quarters = 1, issue = null } = before.get(slug) ?? {}
    const inThisIssue = here.has(slug)
    const note = { kind: 'author' as const, name, times, inThisIssue, last: issue }
    return inThisIssue || unusually(times, year, quarters, MANY_OF_AUTHOR) !== null ? [note] : []
  })
}

/** Of so many issues, and of so many rows of them, a section's habits are told. */
const ISSUES = 6
const ROWS = 200

/** Whether a section repeats links as a matter of course (`repeatsAsUsual`). @param title as it is written */
export async function repeatsIn(
  { layout, title }: { layout: 'articles' | 'list'; title: string },
  { except }: Pick<When, 'except'>,
  client: Tx = db(),
): Promise<boolean> {
  const slug = termSlug(title)
  const ofSection = slug === '' ? Prisma.sql`i."sectionSlug" IS NULL` : Prisma.sql`i."sectionSlug" = ${slug}`
  const [row] = await client.$queryRaw<{ rows: number; repeated: number }[]>`
    SELECT count(*)::int AS rows, (count(*) FILTER (WHERE EXISTS (
      SELECT 1 FROM "ArchivedMention" m JOIN "ArchivedItem" earlier ON earlier.id = m."itemId"
      WHERE m."linkId" = i."linkId" AND m.place <> 'BLURB'
        AND (earlier.date, earlier."publishedAt") < (i.date, i."publishedAt")
    )))::int AS repeated
    FROM (
      SELECT i."linkId", i.date, i."publishedAt"
      FROM (
        SELECT "issueId" FROM "ArchivedIssue"
        WHERE "withdrawnAt" IS NULL AND "issueId" IS DISTINCT FROM ${except ?? null}::uuid
        ORDER BY date DESC, "publishedAt" DESC LIMIT ${ISSUES}
      ) a JOIN "ArchivedItem" i ON i."issueId" = a."issueId"
      WHERE ${ofSection} AND i.layout = ${layout} AND i."linkId" IS NOT NULL
      ORDER BY i.date DESC LIMIT ${ROWS}
    ) i`
  return repeatsAsUsual(layout, row?.rows ?? 0, row?.repeated ?? 0)
}
