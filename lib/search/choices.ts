import { db } from '@/lib/db/db'

export type Choice = { value: string; label: string }

/** What a search can be narrowed by, the newest or the commonest first; of sites there are too many to choose from. */
export type SearchChoices = { years: Choice[]; sections: Choice[]; topics: Choice[] }

const MOST_CHOICES = 60
/** How many of the newest items tell what sections are called now. */
const NEWEST = 1_000

type Counted = { value: string }

/** Filters of a kind, the commonest first. @param kind in front of the colon; `after` follows it in order */
function commonest(kind: string, end: string): Promise<Counted[]> {
  return db().$queryRaw<Counted[]>`
    SELECT substr("word", length(${kind}) + 1) AS value FROM "SearchWord"
    WHERE "word" >= ${kind} AND "word" < ${end} ORDER BY "items" DESC, "word" LIMIT ${MOST_CHOICES}`
}

/** What a slug was made from, as far as it tells. */
function nameOf(slug: string): string {
  const words = slug.replaceAll('-', ' ')
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}

const label = (found: Counted[], names: Map<string, string>): Choice[] =>
  found.map(({ value }) => ({ value, label: names.get(value) ?? nameOf(value) }))

/**
 * Those sections that an item readers see stands in. The words are counted again only after a while, and until then
 * hold what was withdrawn.
 */
function stillThere(found: Counted[]): Promise<Counted[]> {
  return db().$queryRaw<Counted[]>`
    SELECT value FROM unnest(${found.map(({ value }) => value)}::text[]) WITH ORDINALITY AS given (value, place)
    WHERE EXISTS (SELECT 1 FROM "ArchivedItem" item WHERE item."sectionSlug" = given.value) ORDER BY place`
}

type Named = { slug: string; name: string }
const bySlug = (rows: Named[]) => new Map(rows.map(({ slug, name }) => [slug, name]))

export async function readSearchChoices(): Promise<SearchChoices> {
  const [years, sections, topics] = await Promise.all([
    commonest('year:', 'year;'),
    commonest('section:', 'section;'),
    commonest('topic:', 'topic;'),
  ])
  const [seen, sectionNames, topicNames] = await Promise.all([
    stillThere(sections),
    db().$queryRaw<Named[]>`
      SELECT DISTINCT ON (slug) slug, name FROM (
        SELECT "sectionSlug" AS slug, "sectionTitle" AS name, "date" FROM "ArchivedItem"
        ORDER BY "date" DESC, "publishedAt" DESC, "issueId" DESC, "ordinal" LIMIT ${NEWEST}
      ) newest WHERE slug IS NOT NULL ORDER BY slug, "date" DESC`,
    db().$queryRaw<Named[]>`
      SELECT slug, (
        SELECT term."name" FROM "ArchivedTerm" term
        WHERE term."kind" = 'TOPIC' AND term."slug" = given.slug ORDER BY term."date" DESC LIMIT 1
      ) AS name FROM unnest(${topics.map(({ value }) => value)}::text[]) AS given (slug)`,
  ])
  const names = bySlug(topicNames.filter(({ name }) => name !== null))
  return {
    years: years.map(({ value }) => ({ value, label: value })).sort((a, b) => (a.value < b.value ? 1 : -1)),
    sections: label(seen, bySlug(sectionNames)),
    topics: label(
      topics.filter(({ value }) => names.has(value)),
      names,
    ),
  }
}
