import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'
import { canReadIssues } from '@/lib/issues/policy'
import { topicClues } from './rules'
import type { TopicQuestion } from './schema'

const MOST_SUGGESTED = 6
/** How many of the newest items of a site or a person tell what they are about now. */
const LOOKED_AT = 100
/** A headline that names a topic says more than what its site has otherwise. */
const NAMED = 25

/**
 * Topics that published items like this one have, the likeliest first: of the same site, by the same people, or named in
 * the headline. Names are as most items have them.
 * @throws AppError `forbidden`
 */
export async function suggestTopics(actor: Actor, question: TopicQuestion): Promise<string[]> {
  if (!canReadIssues(actor)) throw new AppError('forbidden', 'Only owners and editors see the issues.')
  const { site, authors, words } = topicClues(question)
  if (!site && authors.length === 0 && words.length === 0) return []
  const rows = await db().$queryRaw<{ name: string }[]>`
    WITH near AS (
      (SELECT "itemId", 1 AS weight FROM "ArchivedTerm" WHERE kind = 'SITE' AND slug = ${site}
       ORDER BY date DESC LIMIT ${LOOKED_AT})
      UNION ALL
      (SELECT "itemId", 2 AS weight FROM "ArchivedTerm" WHERE kind = 'AUTHOR' AND slug = ANY(${authors})
       ORDER BY date DESC LIMIT ${LOOKED_AT})
    ), found AS (
      SELECT term.slug, term.name, near.weight
      FROM near JOIN "ArchivedTerm" term ON term."itemId" = near."itemId" AND term.kind = 'TOPIC'
      UNION ALL
      (SELECT DISTINCT ON (slug) slug, name, ${NAMED}::int FROM "ArchivedTerm"
       WHERE kind = 'TOPIC' AND slug = ANY(${words}) ORDER BY slug, date DESC)
    )
    SELECT mode() WITHIN GROUP (ORDER BY name) AS "name" FROM found
    GROUP BY slug ORDER BY sum(weight) DESC, slug LIMIT ${MOST_SUGGESTED}`
  return rows.map(({ name }) => name)
}
