import { type Group, groupTerm, splitTerms, wordsOf } from './query/group-terms'
import { type ParsedQuery, parseQuery, type Term } from './query/parse-query'
import { filterLexemes, type Plan, planAll, planAny } from './query/plan'
import { readHits } from './read-hits'
import { type Chosen, choose } from './run/choose'
import { type Cursor, readCursor, writeCursor } from './run/cursor'
import { MOST_RANKED } from './run/find-items'
import { type Archive, type Ask, withinLimit } from './run/within-limit'
import type { SearchFilters, SearchPage, SearchResults } from './schema'
import { type Known, lookUp, lookUpNear } from './vocabulary/look-up'

type Correction = SearchResults['corrections'][number]

const empty: Omit<SearchResults, 'found'> = {
  hits: [],
  total: null,
  order: 'best',
  next: null,
  corrections: [],
  ignored: [],
  onlyExcludes: false,
  cut: false,
}

const isMistyped = (known: Known) => (term: Term) => {
  const [step, ...more] = term.steps
  return (
    term.kind === 'word' &&
    !term.excluded &&
    more.length === 0 &&
    known.get(step?.word ?? '')?.forms.length === 0
  )
}

/** Puts in the place of each word that no item has the one that was most likely meant, where there is one. */
async function correct(ask: Ask, terms: Term[], known: Known, { lang }: Archive) {
  const mistyped = terms.filter(isMistyped(known))
  const near = await lookUpNear(ask, wordsOf(mistyped))
  if (near.size === 0) return { terms, corrections: [] }
  for (const [word, entry] of await lookUp(ask, [...near.values()], lang)) known.set(word, entry)
  const corrections: Correction[] = []
  const corrected = terms.map((term) => {
    const meant = mistyped.includes(term) ? near.get(term.steps[0]?.word ?? '') : undefined
    if (meant === undefined) return term
    corrections.push({ typed: term.text, meant })
    return { ...term, text: meant, steps: [{ word: meant, at: 0 }] }
  })
  return { terms: corrected, corrections }
}

/** Words that nearly all items have tell nothing beside others. */
function withoutStops(groups: Group[]): { groups: Group[]; ignored: string[] } {
  const telling = groups.filter((group) => !group.stop)
  if (telling.length === 0) return { groups, ignored: [] }
  return { groups: telling, ignored: groups.filter((group) => group.stop).map(({ term }) => term.text) }
}

function nextCursor(found: 'all' | 'any', { rows, order }: Chosen, limit: number): string | null {
  const last = rows[limit - 1]
  if (rows.length <= limit || !last) return null
  const { id, score, date, issueId, ordinal } = last
  const cursor: Cursor =
    order === 'best'
      ? { by: 'score', found, score, date, id }
      : { by: 'date', found, date, publishedAt: last.publishedAt.toISOString(), issueId, ordinal }
  return writeCursor(cursor)
}

async function search(
  ask: Ask,
  archive: Archive,
  { terms }: ParsedQuery,
  filters: SearchFilters,
  page: SearchPage,
): Promise<SearchResults> {
  const lexemes = filterLexemes(filters)
  const known = await lookUp(ask, [...wordsOf(terms), ...lexemes], archive.lang)
  const { terms: meant, corrections } = await correct(ask, terms, known, archive)
  const wanted = meant.filter((term) => !term.excluded)
  const excluded = meant.filter((term) => term.excluded).map((term) => groupTerm(term, known))
  const countOf = (lexeme: string) => known.get(lexeme)?.forms.find(({ word }) => word === lexeme)?.items ?? 0
  const narrowed = {
    excluded,
    filters: lexemes.map((lexeme) => ({ lexeme, items: countOf(lexeme) })),
    items: archive.items,
  }
  const cursor = readCursor(page.after)
  const find = (plan: Plan) => choose(ask, plan, { ...page, cursor, items: archive.items })
  const tell = async (found: 'all' | 'any', chosen: Chosen, groups: Group[], ignored: string[]) => {
    const marks = groups.flatMap((group) => group.marks)
    const hits = await readHits(ask, chosen.rows.slice(0, page.limit), marks)
    const { order } = chosen
    const total = found === 'all' ? chosen.total : null
    return {
      ...empty,
      found,
      hits,
      total,
      order,
      next: nextCursor(found, chosen, page.limit),
      corrections,
      ignored,
    }
  }

  const all = withoutStops(wanted.map((term) => groupTerm(term, known)))
  if (cursor?.found !== 'any') {
    const chosen = await find(planAll(all.groups, narrowed))
    if (chosen.rows.length > 0 || cursor) return tell('all', chosen, all.groups, all.ignored)
  }
  const split = withoutStops(splitTerms(wanted).map((term) => groupTerm(term, known)))
  const some = split.groups.filter((group) => group.items > 0)
  if (some.length === 0 || (some.length === 1 && all.groups.length === 1))
    return { ...empty, found: 'nothing' }
  const chosen = await find(planAny(some, narrowed, MOST_RANKED))
  if (chosen.rows.length === 0) return { ...empty, found: 'nothing' }
  return tell('any', chosen, some, split.ignored)
}

/**
 * Searches the items that readers see now. Whatever is typed finds something or nothing, and is never an error.
 *
 * Items with all of the words come first, best first; where none has them all, those with some, and `found` says so.
 * Without words the filters alone choose, newest first.
 * @param typed as a reader typed it: words, `"phrases"`, and `-` before what must not be there
 */
export async function searchItems(
  typed: string,
  filters: SearchFilters,
  page: SearchPage,
): Promise<SearchResults> {
  const parsed = parseQuery(typed)
  const asks = parsed.terms.some((term) => !term.excluded)
  const narrows = filterLexemes(filters).length > 0
  if (!asks && !narrows) return { ...empty, found: 'unasked', onlyExcludes: parsed.terms.length > 0 }
  const results = await withinLimit((ask, archive) => search(ask, archive, parsed, filters, page))
  return { ...(results ?? { ...empty, found: 'too-long' }), cut: parsed.cut }
}
