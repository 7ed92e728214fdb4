import { z } from 'zod'
import {
  calendarDateSchema,
  directionSchema,
  documentItemSchema,
  issueDocumentSchema,
  itemKindSchema,
} from '@/lib/document/schema'

/** A published issue as a link to it shows it. */
const issueNeighbourSchema = z.object({ slug: z.string(), title: z.string() })
export type IssueNeighbour = z.infer<typeof issueNeighbourSchema>

/** The published issues right before and after one, by date. */
const issueNeighboursSchema = z.object({
  previous: issueNeighbourSchema.nullable(),
  next: issueNeighbourSchema.nullable(),
})
export type IssueNeighbours = z.infer<typeof issueNeighboursSchema>

/** An issue as readers get it. `updatedAt` is that of the current edition. */
export const archivedIssueSchema = z.object({
  issueId: z.string(),
  document: issueDocumentSchema,
  neighbours: issueNeighboursSchema,
})
export type ArchivedIssueView = z.infer<typeof archivedIssueSchema>

/** A line of the archive. */
export const archiveEntrySchema = z.object({
  slug: z.string(),
  title: z.string(),
  number: z.int().nullable(),
  date: calendarDateSchema,
  itemCount: z.int(),
})
export type ArchiveEntry = z.infer<typeof archiveEntrySchema>

/** A year of the archive, and how many issues it has. */
export const yearCountSchema = z.object({ year: z.string(), count: z.int() })
export type YearCount = z.infer<typeof yearCountSchema>

/** The issue that something stands in, as a link to it shows it. */
export const issueLinkSchema = z.object({
  slug: z.string(),
  title: z.string(),
  number: z.int().nullable(),
  date: calendarDateSchema,
})
export type IssueLink = z.infer<typeof issueLinkSchema>

/** The language and direction of an item's texts. */
const tongue = { lang: z.string(), dir: directionSchema }

/** An item in a list of what was found. */
export const foundItemSchema = z.object({
  id: z.string(),
  kind: itemKindSchema,
  headline: z.string().nullable(),
  /** As written. */
  url: z.string().nullable(),
  site: z.string().nullable(),
  /** All words of the item but its headline, plain. */
  text: z.string(),
  ...tongue,
  issue: issueLinkSchema,
})
export type FoundItem = z.infer<typeof foundItemSchema>

/** What items are found under. */
export type TermKind = 'TOPIC' | 'AUTHOR' | 'SITE'

/** A topic, an author or a site, by the last part of its address. */
const termSchema = z.object({ slug: z.string(), name: z.string() })
export type Term = z.infer<typeof termSchema>

export const topicSchema = termSchema.extend({ count: z.int() })
export type Topic = z.infer<typeof topicSchema>

/** A page of what was found; `next` is the item after which the next page begins, null on the last. */
export type FoundPage = { term: Term; count: number; items: FoundItem[]; next: string | null }

/** One place where a link stands; `isHeadline` false: in the commentary or among the further links of the item. */
export const mentionSchema = z.object({
  id: z.string(),
  kind: itemKindSchema,
  headline: z.string().nullable(),
  text: z.string(),
  isHeadline: z.boolean(),
  ...tongue,
  issue: issueLinkSchema,
})
export type Mention = z.infer<typeof mentionSchema>

/** Where the commentary of a later item leads to an issue or an item of ours. */
export const referenceSchema = z.object({
  id: z.string(),
  headline: z.string().nullable(),
  issue: issueLinkSchema,
})
export type Reference = z.infer<typeof referenceSchema>

/** Ways from an item to others: only those that lead to something else than the item itself. */
export type ItemWays = { site: string | null; authors: Term[]; references: Reference[] }

/** Ways from an issue and, by their ids, from its items. */
export type IssueWays = { items: Record<string, ItemWays>; references: Reference[] }

/** An item on its own page. */
export const archivedItemSchema = z.object({
  item: documentItemSchema,
  sectionTitle: z.string().nullable(),
  issue: issueLinkSchema,
  ...tongue,
})
export type ArchivedItemView = z.infer<typeof archivedItemSchema> & {
  topics: Term[]
  ways: ItemWays
  /** Every place of the item's link, newest first, its own among them. */
  mentions: Mention[]
}

/** What the feed of items reads of one. */
export const feedItemSchema = z.object({
  issueId: z.string(),
  item: documentItemSchema,
  sectionTitle: z.string().nullable(),
  /** How many editions the item's issue has. */
  editions: z.int(),
  issue: z.object({
    slug: z.string(),
    title: z.string(),
    lang: z.string(),
    dir: directionSchema,
    publishedAt: z.string(),
    updatedAt: z.string(),
  }),
})
/** An item as a feed of items needs it. `updatedAt`: when the item itself last changed. */
export type FeedItem = Omit<z.infer<typeof feedItemSchema>, 'editions'> & { updatedAt: string }

/** A site that items lead to: its registrable domain, and where on it they lead most. */
export type Source = { site: string; origin: string; items: number }
