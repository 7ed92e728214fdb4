import { hostOf } from '@/lib/render/href'
import { noFilters, type SearchFilters, searchFiltersSchema } from './schema'

/** What somebody asks for in an address: `/search?q=&year=&section=&topic=&host=&after=`. */
export type SearchRequest = { typed: string; filters: SearchFilters; after: string | null }

type Parameters = Record<string, string | string[] | undefined>

const broken = /[\p{Cc}\p{Cs}]+/gu

const one = (value: string | string[] | undefined): string => {
  const text = (Array.isArray(value) ? value[0] : value) ?? ''
  return text.replace(broken, ' ').trim()
}

/** A host as one may paste it: with or without scheme, `www.` and path. */
function readHost(text: string): string | null {
  if (text === '') return null
  const host = hostOf(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`)
  return host.toLowerCase()
}

/** Reads the parameters of an address. What can't be read narrows nothing: no address is an error. */
export function readSearchRequest(parameters: Parameters): SearchRequest {
  const year = one(parameters.year)
  const given = {
    year: /^\d{4}$/.test(year) ? Number(year) : null,
    section: one(parameters.section) || null,
    topic: one(parameters.topic) || null,
    host: readHost(one(parameters.host)),
  }
  const filters = Object.fromEntries(
    Object.entries(searchFiltersSchema.shape).map(([name, schema]) => {
      const parsed = schema.safeParse(given[name as keyof SearchFilters])
      return [name, parsed.success ? parsed.data : null]
    }),
  )
  return {
    typed: one(parameters.q),
    filters: { ...noFilters, ...filters },
    after: one(parameters.after) || null,
  }
}

/** Whether anything narrows the search. */
export function hasFilters(filters: SearchFilters): boolean {
  return Object.values(filters).some((value) => value !== null)
}

/** The address of a search. */
export function searchPath({ typed, filters, after }: SearchRequest): string {
  const query = new URLSearchParams()
  if (typed) query.set('q', typed)
  for (const [name, value] of Object.entries(filters)) if (value !== null) query.set(name, String(value))
  if (after) query.set('after', after)
  return query.size > 0 ? `/search?${query}` : '/search'
}
