import { z } from 'zod'

/** Who a page is by, and whose it is. Plain text. */
export type PageAuthors = { authors: string[]; organisation: string }

/** What a page says of itself, out of its markup. Texts are plain, without breaks; what it doesn't say is empty or null. */
export type PageFacts = PageAuthors & {
  title: string
  site: string
  /** Calendar date of its publication as the page gives it, `YYYY-MM-DD`. */
  date: string | null
  /** BCP 47, as `lang` in HTML takes it. */
  language: string | null
  /** Words of its own text, without navigation and the like. */
  wordCount: number
  /** The address it names as its own, absolute; not believed yet (canonical.ts). */
  canonical: string | null
  /** The beginning of its text, at most `TEXT_LENGTH` characters. */
  text: string
  /** Where its oEmbed description is, absolute. */
  oembed: string | null
  /** Where it sends readers on by itself at once, absolute. */
  refresh: string | null
}

/** What is kept of a page’s text, in characters: enough to meet a name in an article. */
export const TEXT_LENGTH = 60_000

/**
 * What a look at a page found. `MOVED`: it answers elsewhere · `UNSURE`: the site turns programs away, or we could not
 * look · `MISSING`: it answers, but what it says is that there is no such page · `DEAD`: readers would see an error.
 */
export const pageOutcomes = ['OK', 'MOVED', 'UNSURE', 'CERTIFICATE', 'MISSING', 'DEAD'] as const
export type PageOutcome = (typeof pageOutcomes)[number]

/** What is known of a page, for people. Instants ISO 8601 UTC, dates `YYYY-MM-DD`. */
export type PageView = {
  /** As it was asked for. */
  address: string
  lookedAt: string
  outcome: PageOutcome
  /** One or two sentences. */
  message: string
  finalAddress: string
  title: string
  byline: string
  site: string
  date: string | null
  language: string | null
  /** Null where the page was not read. */
  wordCount: number | null
}

/** What a list shows of a page. `message` is empty where readers find the page. */
export type PageBrief = Pick<PageView, 'lookedAt' | 'outcome' | 'message' | 'site' | 'date' | 'wordCount'>

export const LONGEST_ASKED = 2048

/** `address`: as it was written. */
export const pageFilterSchema = z.strictObject({ address: z.string().max(LONGEST_ASKED) })
export const lookAgainSchema = pageFilterSchema.extend({ commandId: z.uuid() })
