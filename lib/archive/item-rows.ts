import { Prisma } from '@/generated/prisma/client'

/*
 * Pieces of the queries for items. All read the archive's own tables, whose rows are what readers see now; items stand
 * in the order of their issues, newest first, and in an issue in its own.
 */

/** Order of rows that carry the keys of their issue. @param name of the table in the query */
export const itemOrder = (name: 'i' | 't') =>
  Prisma.raw(`${name}.date DESC, ${name}."publishedAt" DESC, ${name}."issueId" DESC, ${name}.ordinal`)

/** The issue `a` as `IssueLink`. */
export const issueLink = Prisma.sql`json_build_object(
  'slug', a.slug, 'title', a.title, 'number', a.number, 'date', to_char(a.date, 'YYYY-MM-DD')
) AS issue`

/** Enough of an item's text to show what it is about; the rest isn't fetched. */
const SHOWN_TEXT = 400

/** The item `i` as it is listed. */
export const itemColumns = Prisma.sql`
  i.id::text, i.kind, i.headline, i.url, i.site, left(i.text, ${SHOWN_TEXT}) AS text, i.lang, i.dir,
  ${issueLink}`
