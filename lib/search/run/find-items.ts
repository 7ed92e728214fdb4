import type { Plan } from '@/lib/search/query/plan'
import type { DateCursor, ScoreCursor } from './cursor'
import type { Ask, Statement } from './within-limit'

/** An item found, by which the page is cut and the next one begins. */
export type Found = {
  id: string
  score: number
  /** `YYYY-MM-DD` */
  date: string
  publishedAt: Date
  issueId: string
  ordinal: number
  /** How many were found, counted up to what was asked for. */
  total: number
}

/** How many items are ranked at most: of what more fit, none is the best. */
export const MOST_RANKED = 1_000
/** The same where items have only some of the words: fewer, since each word has to be looked for in each. */
export const MOST_OF_ANY = 400
/** How many of the newest items are looked through for words that very many have. */
export const WINDOW = 2_500

/** Values of a statement, each named by its number. */
class Values {
  readonly all: unknown[] = []
  add(value: unknown, type: string): string {
    this.all.push(value)
    return `$${this.all.length}::${type}`
  }
}

const columns = `"id", to_char("date", 'YYYY-MM-DD') AS date, "publishedAt", "issueId", "ordinal"`

/** The archive's order: by date, publication and issue, newest first, then by place. */
const newestFirst = `"date" DESC, "publishedAt" DESC, "issueId" DESC, "ordinal"`

function afterPlace(values: Values, cursor: DateCursor | null): string {
  if (!cursor) return 'true'
  const issue = [
    values.add(cursor.date, 'date'),
    values.add(cursor.publishedAt, 'timestamptz'),
    values.add(cursor.issueId, 'uuid'),
  ].join(', ')
  const columns = `"date", "publishedAt", "issueId"`
  const seen = `"ordinal" <= ${values.add(cursor.ordinal, 'int')}`
  return `(${columns}) <= (${issue}) AND NOT ((${columns}) = (${issue}) AND ${seen})`
}

/**
 * How well an item fits, a whole number, so that the next page finds its place again: for each thing looked for its
 * weight, more where the headline has it; near together more, twice as much where it is called just so; and a little more for each year, whatever today is.
 */
function scoreOf(values: Values, { weighed, together, name }: Plan): string {
  const words = weighed.map(({ query, inHeadline, weight }) => {
    const worth = values.add(Math.max(weight, 0.5), 'float8')
    const value = `${worth} * CASE WHEN "search" @@ ${values.add(inHeadline, 'tsquery')} THEN 2 ELSE 1 END`
    // What fits all of it has each, and needn't be asked.
    return together ? value : `CASE WHEN "search" @@ ${values.add(query, 'tsquery')} THEN ${value} ELSE 0 END`
  })
  const all = weighed.map(({ query }) => query).join(' & ')
  const near =
    together && weighed.length > 1
      ? `least(ts_rank_cd('{0.1, 0.3, 0.5, 1}', "search", ${values.add(all, 'tsquery')}, 1), 1)`
      : '0'
  const age = `greatest("date" - date '2000-01-01', 0) / 10000.0`
  const named = `CASE WHEN lower("headline") = ${values.add(name, 'text')} THEN 2 ELSE 1 END`
  return `round(100 * (${words.join(' + ')}) * (1 + ${near}) * (1 + ${age}) * ${named})::int`
}

/**
 * Items that fit, the best first; none, but how many, where more than `MOST_RANKED` do.
 * @returns one more than `limit` where there are more
 */
export async function findBest(
  ask: Ask,
  plan: Plan,
  limit: number,
  after: ScoreCursor | null,
): Promise<{ rows: Found[]; total: number }> {
  const values = new Values()
  const score = scoreOf(values, plan)
  const query = values.add(plan.query, 'tsquery')
  const most = values.add(MOST_RANKED + 1, 'int')
  const from = after
    ? `("score", "date", "id") < (${values.add(after.score, 'int')}, ${values.add(after.date, 'date')}, ${values.add(after.id, 'uuid')})`
    : 'true'
  const text = `
    WITH fitting AS MATERIALIZED (
      SELECT "id", "date", "publishedAt", "issueId", "ordinal", "headline", "search"
      FROM "ArchivedItem" WHERE "search" @@ ${query} LIMIT ${most}
    ), counted AS MATERIALIZED (SELECT count(*)::int AS total FROM fitting),
    ranked AS (SELECT *, ${score} AS "score" FROM fitting WHERE (SELECT total FROM counted) < ${most}),
    page AS (
      SELECT ${columns}, "score" FROM ranked WHERE ${from}
      ORDER BY ranked."score" DESC, ranked."date" DESC, ranked."id" DESC LIMIT ${values.add(limit + 1, 'int')}
    )
    SELECT page.*, counted.total FROM counted LEFT JOIN page ON true ORDER BY "score" DESC, page.date DESC, "id" DESC`
  const rows = await ask<Found>({ text, values: values.all })
  return { rows: rows.filter(({ id }) => id !== null), total: rows[0]?.total ?? 0 }
}

/** Items that fit, the newest first: all of them are found and put in order. */
export function findNewest(ask: Ask, plan: Plan, limit: number, after: DateCursor | null): Promise<Found[]> {
  const values = new Values()
  const query = values.add(plan.query, 'tsquery')
  const from = afterPlace(values, after)
  const text = `
    WITH found AS MATERIALIZED (
      SELECT "id", "date", "publishedAt", "issueId", "ordinal" FROM "ArchivedItem" WHERE "search" @@ ${query}
    )
    SELECT ${columns}, 0 AS score, (SELECT count(*)::int FROM found) AS total FROM found
    WHERE ${from} ORDER BY ${newestFirst.replaceAll(/"(\w+)"/g, 'found."$1"')} LIMIT ${values.add(limit + 1, 'int')}`
  return ask<Found>({ text, values: values.all })
}

/**
 * Items that fit among the newest `WINDOW` after the place given, the newest first: for what so many have that a page
 * is full after a few hundred. It ends as soon as it is.
 */
export function walkNewest(ask: Ask, plan: Plan, limit: number, after: DateCursor | null): Promise<Found[]> {
  const values = new Values()
  const query = values.add(plan.query, 'tsquery')
  const statement: Statement = {
    text: `
      SELECT ${columns}, 0 AS score, 0 AS total FROM (
        SELECT "id", "date", "publishedAt", "issueId", "ordinal", "search" FROM "ArchivedItem"
        WHERE ${afterPlace(values, after)} ORDER BY ${newestFirst} LIMIT ${WINDOW}
      ) walked WHERE "search" @@ ${query} LIMIT ${values.add(limit + 1, 'int')}`,
    values: values.all,
  }
  return ask<Found>(statement)
}
