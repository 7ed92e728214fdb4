import { db } from '@/lib/db/db'
import { issueDocumentSchema } from '@/lib/document/schema'
import { termSlug } from './rules'

/** What was published now, and what stood there before. */
const EDITIONS = 2

export type FollowedOf = { topics: string[]; sections: string[] }

/**
 * The topics and sections, by slug, whose feeds changed with an issue: those that it has and those that it had before,
 * as far as anything is found under them now.
 */
export async function listFollowedOf(issueId: string): Promise<FollowedOf> {
  const editions = await db().edition.findMany({
    where: { issueId },
    orderBy: { edition: 'desc' },
    take: EDITIONS,
    select: { document: true },
  })
  const sections = editions.flatMap(
    ({ document }) => issueDocumentSchema.safeParse(document).data?.sections ?? [],
  )
  const slugs = (names: (string | null)[]) =>
    [...new Set(names.map((name) => termSlug(name ?? '')))].filter(Boolean)
  const topics = slugs(sections.flatMap(({ items }) => items.flatMap((item) => item.topics)))
  const titles = slugs(sections.map(({ title }) => title))
  const [row] = await db().$queryRaw<FollowedOf[]>`
    SELECT
      ARRAY(SELECT given FROM unnest(${topics}::text[]) given WHERE EXISTS (
        SELECT 1 FROM "ArchivedTerm" t WHERE t.kind = 'TOPIC' AND t.slug = given) ORDER BY given) AS topics,
      ARRAY(SELECT given FROM unnest(${titles}::text[]) given WHERE EXISTS (
        SELECT 1 FROM "ArchivedItem" i WHERE i."sectionSlug" = given) ORDER BY given) AS sections`
  return row ?? { topics: [], sections: [] }
}
