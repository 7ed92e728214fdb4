import { z } from 'zod'
import { calendarDateSchema, documentItemSchema } from '@/lib/document/schema'

/** What a search is narrowed by; null for not at all. */
export const searchFiltersSchema = z.strictObject({
  /** The year of the issue's date, e.g. 2016. */
  year: z.int().min(1000).max(9999).nullable(),
  /** Slug of a section's title. */
  section: z.string().min(1).max(120).nullable(),
  /** Slug of a topic. */
  topic: z.string().min(1).max(120).nullable(),
  /** A host, or the site that it belongs to: `netflix.com` for `techblog.netflix.com`. */
  host: z.string().min(1).max(253).nullable(),
})
export type SearchFilters = z.infer<typeof searchFiltersSchema>
export const noFilters: SearchFilters = { year: null, section: null, topic: null, host: null }

/**
 * `best`: what fits best comes first, unless very many items fit. `newest`: in the archive's order, as a feed wants it.
 */
export const searchOrders = ['best', 'newest'] as const
export type SearchOrder = (typeof searchOrders)[number]

/** Which part of the results is wanted. */
export type SearchPage = {
  /** `next` of the page before; null for the first. What can't be read counts as null. */
  after: string | null
  /** Results of a page at most, 1 to 100. */
  limit: number
  order: SearchOrder
}
export const PAGE_SIZE = 20
export const firstPage: SearchPage = { after: null, limit: PAGE_SIZE, order: 'best' }

/** A piece of a text, plain; `marked` where it is what was looked for. */
export const pieceSchema = z.strictObject({ text: z.string(), marked: z.boolean() })

/** An item that was found. */
export const searchHitSchema = z.strictObject({
  id: z.uuid(),
  /** What to call it: its headline, or where it has none its host or its first words. */
  title: z.array(pieceSchema),
  /** Why it was found; empty where it has no more than its title. */
  excerpt: z.array(pieceSchema),
  host: z.string().nullable(),
  sectionTitle: z.string().nullable(),
  /** As the issue's document has it. */
  item: documentItemSchema,
  issue: z.strictObject({ slug: z.string(), title: z.string() }),
  /** Calendar date of the issue. */
  date: calendarDateSchema,
  /** Instant at which the issue was published. */
  publishedAt: z.date(),
})
export type SearchHit = z.infer<typeof searchHitSchema>

/** What came of a search. */
export type SearchResults = {
  /**
   * `all`: the items have everything that was looked for. `any`: none has, and these have some of it, those with the
   * rarest words first. `nothing`: not even that. `unasked`: nothing was asked, or nothing that can be looked for.
   * `too-long`: it took too long, and was given up.
   */
  found: 'all' | 'any' | 'nothing' | 'unasked' | 'too-long'
  hits: SearchHit[]
  /** How many there are in all; null where they are so many that they were not counted, or counting says nothing. */
  total: number | null
  /** `newest` where so many items fit that the best of them can't be told from the rest. */
  order: SearchOrder
  /** For the page after this one; null where this is the last. */
  next: string | null
  /** Words that no item has, and what was looked for in their place. */
  corrections: { typed: string; meant: string }[]
  /** Words that count for nothing because nearly all items have them; empty where there are no others. */
  ignored: string[]
  /** Only what must not be there was given. */
  onlyExcludes: boolean
  /** There was more to the query than was looked for. */
  cut: boolean
}
