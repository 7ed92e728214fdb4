import { type IssueFilter, issueFilterSchema } from './schema'

type Params = Record<string, string | string[] | undefined>

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

/** The filter that an address asks for. */
export function filterOf(params: Params): IssueFilter {
  const { q, state, year, after } = params
  return issueFilterSchema.parse({
    q: one(q) ?? '',
    state: one(state)?.toUpperCase() ?? null,
    year: one(year) || null,
    after: one(after) ?? null,
  })
}

/** The address of a filter; a new filter begins at the first page unless it says where. */
export function filterPath(filter: Partial<IssueFilter>): string {
  const params = new URLSearchParams()
  if (filter.q) params.set('q', filter.q)
  if (filter.state) params.set('state', filter.state.toLowerCase())
  if (filter.year) params.set('year', String(filter.year))
  if (filter.after) params.set('after', filter.after)
  const query = params.toString()
  return query ? `/admin/issues?${query}` : '/admin/issues'
}

/** The number that a search text is, or null: `42` and `#42` name an issue. */
export function numberOf(q: string): number | null {
  const digits = /^#?(\d{1,7})$/.exec(q.trim())?.[1]
  return digits ? Number(digits) : null
}

/** A text as a pattern for LIKE, where `%`, `_` and `\` stand for themselves. */
export function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`
}
