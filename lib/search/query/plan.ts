import type { SearchFilters } from '@/lib/search/schema'
import { filterKinds, filterLexeme, quoteLexeme } from '@/lib/search/text/lexeme'
import type { Group } from './group-terms'
import { MOST_TERMS } from './parse-query'

/** A way to look for something. */
export type Plan = {
  /** What an item must fit, as a `tsquery`. */
  query: string
  /** What it is ranked by, each with its weight. */
  weighed: { query: string; inHeadline: string; weight: number }[]
  /** Whether it fits better where all of it stands close together. */
  together: boolean
  /** All of it as it was typed, in small letters: an item that is called just that is what was meant. */
  name: string
  /** How many items fit at most, and about, as far as the words' counts tell. */
  most: number
  about: number
}

/** The filters as lexemes, which stand in each item beside its words. */
export function filterLexemes(filters: SearchFilters): string[] {
  return filterKinds.flatMap((kind) => {
    const value = filters[kind]
    return value === null ? [] : [filterLexeme(kind, String(value))]
  })
}

/** What must be there besides, and what must not. */
function conditions(excluded: readonly Group[], filters: string[]): string[] {
  return [...excluded.map(({ query }) => `!(${query})`), ...filters.map(quoteLexeme)]
}

/** The same with the weights that it had on the page before. */
export function withWeights(plan: Plan, weights: readonly number[]): Plan {
  if (weights.length !== plan.weighed.length) return plan
  return { ...plan, weighed: plan.weighed.map((one, index) => ({ ...one, weight: weights[index] ?? 0 })) }
}

/** How much it tells that an item has something: the rarer it is, the more. */
export function rarity(count: number, items: number): number {
  return Math.round(100 * Math.log2((items + 2) / (count + 1))) / 100
}

const weigh = ({ query, inHeadline, items: count }: Group, items: number) => ({
  query,
  inHeadline,
  weight: rarity(count, items),
})

/** What must not be there, and by what it is narrowed; `items`: how many there are in all; `name`: see Plan. */
export type Narrowed = {
  excluded: readonly Group[]
  filters: { lexeme: string; items: number }[]
  items: number
  name: string
}

/** Items that have all of it. */
export function planAll(groups: readonly Group[], { excluded, filters, items, name }: Narrowed): Plan {
  const counts = [...groups.map((group) => group.items), ...filters.map((filter) => filter.items)]
  const rest = conditions(
    excluded,
    filters.map(({ lexeme }) => lexeme),
  )
  return {
    query: [...groups.map(({ query }) => query), ...rest].join(' & '),
    weighed: groups.map((group) => weigh(group, items)),
    together: true,
    name,
    most: Math.min(...counts),
    about: groups.reduce(
      (about, { share }) => about * share,
      counts.reduce((about, count) => (about * Math.min(count, items)) / Math.max(items, 1), items),
    ),
  }
}

/**
 * Items that have some of it. Only the rarest words choose them, as many as stay below `limit` items in all: what has
 * none of those can't be among the best. All words count in ranking.
 */
export function planAny(
  groups: readonly Group[],
  { excluded, filters, items, name }: Narrowed,
  limit: number,
): Plan {
  const byRarity = groups.filter((group) => group.items > 0).sort((a, b) => a.items - b.items)
  const known = byRarity.slice(0, MOST_TERMS)
  let sum = 0
  const rare = known.filter((group, index) => {
    sum += group.items
    return index === 0 || sum <= limit
  })
  const rest = conditions(
    excluded,
    filters.map(({ lexeme }) => lexeme),
  )
  const most = rare.reduce((all, group) => all + group.items, 0)
  const either = `(${rare.map(({ query }) => query).join(' | ')})`
  return {
    query: [either, ...rest].join(' & '),
    weighed: groups.filter((group) => known.includes(group)).map((group) => weigh(group, items)),
    together: false,
    name,
    most: Math.min(most, ...filters.map((filter) => filter.items)),
    about: most,
  }
}
