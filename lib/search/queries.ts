import { splitTerms } from './query/group-terms'
import { type ParsedQuery, parseQuery } from './query/parse-query'
import { filterLexemes, type Plan, planAll, planAny, withWeights } from './query/plan'
import { readHits } from './read-hits'
import { type Chosen, choose } from './run/choose'
import { readCursor, writeCursor } from './run/cursor'
import { MOST_OF_ANY } from './run/find-items'
import { type Archive, type Ask, withinLimit } from './run/within-limit'
import type { SearchFilters, SearchPage, SearchResults } from './schema'
import { tellingGroups, understand } from './understand'

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
const nothing: SearchResults = { ...empty, found: 'nothing' }

function nextCursor(
  found: 'all' | 'any',
  { weighed }: Plan,
  { rows, order }: Chosen,
  limit: number,
): string | null {
  const last = rows[limit - 1]
  if (rows.length <= limit || !last) return null
  const { id, score, date, issueId, ordinal, publishedAt } = last
  if (order === 'newest')
    return writeCursor({ by: 'date', found, date, publishedAt: publishedAt.toISOString(), issueId, ordinal })
  return writeCursor({ by: 'score', found, score, weights: weighed.map(({ weight }) => weight), date, id })
}

async function search(
  ask: Ask,
  archive: Archive,
  { terms }: ParsedQuery,
  filters: SearchFilters,
  page: SearchPage,
): Promise<SearchResults> {
  const { wanted, narrowed, known, corrections } = await understand(ask, archive, terms, filters)
  const cursor = readCursor(page.after)
  const run = async (
    found: 'all' | 'any',
    fresh: Plan,
    { groups, ignored }: ReturnType<typeof tellingGroups>,
  ) => {
    const plan = cursor?.by === 'score' ? withWeights(fresh, cursor.weights) : fresh
    const chosen = await choose(ask, plan, { ...page, cursor, items: archive.items })
    const marks = groups.flatMap((group) => group.marks)
    const hits = await readHits(ask, chosen.rows.slice(0, page.limit), marks)
    const { order } = chosen
    const total = found === 'all' ? chosen.total : null
    const next = nextCursor(found, plan, chosen, page.limit)
    return { ...empty, found, hits, total, order, next, corrections, ignored }
  }

  const all = tellingGroups(wanted, known)
  if (cursor?.found !== 'any') {
    const results = await run('all', planAll(all.groups, narrowed), all)
    if (results.hits.length > 0 || cursor) return results
  }
  const some = tellingGroups(splitTerms(wanted), known)
  // One word alone was looked for already.
  if (Math.max(some.groups.length, all.groups.length) < 2) return nothing
  if (some.groups.every((group) => group.items === 0)) return nothing
  const results = await run('any', planAny(some.groups, narrowed, MOST_OF_ANY), some)
  return results.hits.length > 0 || cursor ? results : nothing
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
