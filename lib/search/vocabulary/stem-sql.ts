import { Prisma } from '@/generated/prisma/client'
import { stemRanges } from './languages'

/**
 * The stems of words, as the body of a query with the columns `word` and `stem`: what words of one family share, and
 * empty for a word that is too common to tell anything. PostgreSQL's own dictionaries know both; one that an older
 * version lacks leaves the word as it is.
 * @param words a query with the column `word`
 */
export function stemsOf(words: Prisma.Sql, lang: string): Prisma.Sql {
  const ranges = stemRanges(lang)
  const [first, last] = [ranges.map((range) => range.first), ranges.map((range) => range.last)]
  const names = ranges.map((range) => range.dictionary)
  return Prisma.sql`
    SELECT given.word, CASE WHEN found.stems IS NULL THEN given.word ELSE coalesce(found.stems[1], '') END AS stem
    FROM (${words}) given
    LEFT JOIN LATERAL (
      SELECT ts_lexize(known.dictionary, given.word) AS stems
      FROM (
        SELECT range.first, range.last, dict.oid::regdictionary AS dictionary
        FROM unnest(${first}::int[], ${last}::int[], ${names}::text[]) AS range (first, last, name)
        JOIN pg_ts_dict dict ON dict.dictname = range.name AND dict.dictnamespace = 'pg_catalog'::regnamespace
      ) known
      WHERE ascii(given.word) BETWEEN known.first AND known.last LIMIT 1
    ) found ON true`
}
