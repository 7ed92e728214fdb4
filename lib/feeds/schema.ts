import { z } from 'zod'

/** Of a list of feeds, in characters: an OPML of some ten thousand outlines. */
export const LONGEST_FEED_LIST = 2 * 1024 * 1024
/** How many feeds can be followed, and brought at once. */
export const MOST_FEEDS = 3000

/** Addresses, one a line, or a whole OPML file. */
export const addFeedsSchema = z.strictObject({
  commandId: z.uuid(),
  text: z
    .string()
    .max(LONGEST_FEED_LIST, 'That is more than 2 MB. Split the file; nothing was added.')
    .refine((text) => text.trim() !== '', 'Write the address of a feed, or choose an OPML file.'),
})

/** What became of a list. `text`: the line, or the outline's name, as it was written. */
export type AddedFeeds = {
  added: number
  /** Followed already, or twice in the list. */
  known: number
  problems: { text: string; message: string }[]
}

/** A feed as its row shows it. Instants ISO 8601. `addedBy`: who follows it, by name; null once they are forgotten. */
export type FeedRow = {
  id: string
  url: string
  title: string
  checkedAt: string | null
  nextCheckAt: string
  problem: string
  addedAt: string
  addedBy: string | null
}

/** An entry that may become a capture. `key`: what it is known by within its feed. */
export type FeedEntry = { key: string; url: string; title: string; at: Date | null }
