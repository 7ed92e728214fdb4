import { Prisma } from '@/generated/prisma/client'
import type { Ask } from '@/lib/search/run/within-limit'
import { quoteLexeme } from '@/lib/search/text/lexeme'
import { nearest, swapped } from './nearest'
import { stemsOf } from './stem-sql'

/** A word that items have, and how many. */
export type Form = { word: string; items: number }
/** A word that is looked for. */
export type KnownWord = {
  /** Too common to tell anything, as `the`. */
  stop: boolean
  /** The word itself, and the others of its family (`repair`, `repairs`), the commonest first. Empty where none is known. */
  forms: Form[]
}
export type Known = Map<string, KnownWord>

/** More forms of one word than that are a family by mistake. */
const MOST_FORMS = 16
/** Words that look alike, of which the nearest is chosen. */
const MOST_ALIKE = 30
/** How many of those are looked for among the items. */
const MOST_MEANT = 4
const SHORTEST_MISTYPED = 4
const LONGEST_MISTYPED = 32

type Row = { asked: string; stem: string; word: string | null; items: number | null }

const asStatement = (sql: Prisma.Sql) => ({ text: sql.text, values: sql.values })

/** What is known of words: how often they, and others of their stem, are met. */
export async function lookUp(ask: Ask, words: string[], lang: string): Promise<Known> {
  const known: Known = new Map()
  if (words.length === 0) return known
  const asked = Prisma.sql`SELECT unnest(${words}::text[]) AS word`
  const rows = await ask<Row>(
    asStatement(Prisma.sql`
      SELECT asked.word AS asked, asked.stem, form."word", form."items"
      FROM (${stemsOf(asked, lang)}) asked
      LEFT JOIN LATERAL (
        SELECT own."word", own."items" FROM "SearchWord" own WHERE own."word" = asked.word
        UNION ALL
        (SELECT other."word", other."items" FROM "SearchWord" other
         WHERE other."stem" = asked.stem AND asked.stem <> '' AND other."word" <> asked.word
         ORDER BY other."items" DESC LIMIT ${MOST_FORMS})
      ) form ON true`),
  )
  for (const { asked, stem, word, items } of rows) {
    const entry = known.get(asked) ?? { stop: stem === '', forms: [] }
    if (word !== null) entry.forms.push({ word, items: items ?? 0 })
    known.set(asked, entry)
  }
  return known
}

/**
 * Those words that an item has which readers see now. They are counted again only after a while, and until then hold
 * what was withdrawn or corrected away: nobody may be shown a word of that.
 */
async function stillSeen(ask: Ask, words: string[]): Promise<Set<string>> {
  if (words.length === 0) return new Set()
  const rows = await ask<{ word: string }>(
    asStatement(Prisma.sql`
      SELECT given.word FROM unnest(${words}::text[], ${words.map(quoteLexeme)}::text[]) AS given (word, query)
      WHERE EXISTS (SELECT 1 FROM "ArchivedItem" item WHERE item."search" @@ given.query::tsquery)`),
  )
  return new Set(rows.map(({ word }) => word))
}

/** For each mistyped word the known one that was most likely meant; none where nothing is near. */
export async function lookUpNear(ask: Ask, words: string[]): Promise<Map<string, string>> {
  const letters = /^\p{L}+$/u
  const mistyped = words.filter(
    (word) => word.length >= SHORTEST_MISTYPED && word.length <= LONGEST_MISTYPED && letters.test(word),
  )
  if (mistyped.length === 0) return new Map()
  const rows = await ask<Form & { asked: string }>(
    asStatement(Prisma.sql`
      SELECT asked.word AS asked, alike."word", alike."items"
      FROM unnest(${mistyped}::text[]) AS asked (word)
      CROSS JOIN LATERAL (
        SELECT near."word", near."items" FROM "SearchWord" near
        WHERE near."word" % asked.word AND length(near."word") BETWEEN 4 AND 32 AND strpos(near."word", ':') = 0
        ORDER BY similarity(near."word", asked.word) DESC, near."items" DESC LIMIT ${MOST_ALIKE}
      ) alike
      UNION ALL
      SELECT asked.word, near."word", near."items"
      FROM unnest(${mistyped}::text[], ${mistyped.map((word) => swapped(word).join(' '))}::text[]) AS asked (word, others)
      JOIN "SearchWord" near ON near."word" = ANY(string_to_array(asked.others, ' '))`),
  )
  const meant = new Map(
    mistyped.map((word) => {
      const alike = rows.filter((row) => row.asked === word)
      return [word, nearest(word, alike).slice(0, MOST_MEANT)]
    }),
  )
  const seen = await stillSeen(ask, [...new Set([...meant.values()].flat())])
  return new Map(
    [...meant].flatMap(([word, near]): [string, string][] => {
      const first = near.find((other) => seen.has(other))
      return first === undefined ? [] : [[word, first]]
    }),
  )
}
