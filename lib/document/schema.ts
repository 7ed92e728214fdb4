import { z } from 'zod'

/**
 * The document: what an edition stores, what `/issues/SLUG.json` answers, and what every rendering (web, feed,
 * Markdown, preview, proof, later email) is made from. Fields are added, never renamed, within a version.
 *
 * Text is Markdown in `blurb`, `intro`, `outro`, `byline`, `credit`, `disclosure`, `correction` and sponsor
 * `text`; all else is plain. Absent is null; only a blurb is `''`.
 */
export const DOCUMENT_VERSION = 1

export const layouts = ['articles', 'list'] as const
const itemKinds = ['link', 'quote', 'note'] as const
export const layoutSchema = z.enum(layouts)
export const itemKindSchema = z.enum(itemKinds)
export const directionSchema = z.enum(['ltr', 'rtl'])
export const calendarDateSchema = z.iso.date()

const plain = z.string()
const orNull = z.string().min(1).nullable()
const instant = z.iso.datetime({ offset: true })

export const moreLinkSchema = z.strictObject({ label: plain, url: plain })

export const documentItemSchema = z.strictObject({
  id: plain,
  kind: itemKindSchema,
  headline: orNull,
  /** The address as the curator wrote it. */
  url: orNull,
  links: z.array(moreLinkSchema),
  blurb: z.string(),
  byline: orNull,
  credit: orNull,
  disclosure: orNull,
  topics: z.array(plain),
  /** Where the item's own texts are in another language than the issue's; editions from before have neither. */
  lang: orNull.default(null),
  dir: directionSchema.nullable().default(null),
})

const documentSectionSchema = z.strictObject({
  id: plain,
  title: orNull,
  layout: layoutSchema,
  items: z.array(documentItemSchema),
})

const sponsorPlaceSchema = z.union([z.enum(['top', 'bottom']), z.strictObject({ after: z.string() })])

const sponsorImageSchema = z.strictObject({ url: plain, alt: plain, width: z.int(), height: z.int() })

const documentSponsorSchema = z.strictObject({
  id: plain,
  at: sponsorPlaceSchema,
  /** Written out when the edition was made, and frozen with it. */
  label: plain,
  sponsor: orNull,
  headline: orNull,
  text: z.string(),
  callToAction: orNull,
  url: orNull,
  image: sponsorImageSchema.nullable(),
})

export const issueDocumentSchema = z.strictObject({
  version: z.literal(DOCUMENT_VERSION),
  /** 1 for the first edition; 0 in a preview, which no reader sees. */
  edition: z.int().nonnegative(),
  issue: z.strictObject({
    number: z.int().positive().nullable(),
    slug: plain,
    title: plain,
    subject: orNull,
    preheader: orNull,
    /** Calendar date in the publication's zone. */
    date: calendarDateSchema,
    publishedAt: instant,
    updatedAt: instant,
    correction: orNull,
    lang: plain,
    dir: directionSchema,
    intro: orNull,
    outro: orNull,
  }),
  sections: z.array(documentSectionSchema),
  sponsors: z.array(documentSponsorSchema),
})

export type MoreLink = z.infer<typeof moreLinkSchema>
export type DocumentItem = z.infer<typeof documentItemSchema>
export type DocumentSection = z.infer<typeof documentSectionSchema>
export type SponsorImage = z.infer<typeof sponsorImageSchema>
export type DocumentSponsor = z.infer<typeof documentSponsorSchema>
export type IssueDocument = z.infer<typeof issueDocumentSchema>
export type Layout = z.infer<typeof layoutSchema>
export type ItemKind = z.infer<typeof itemKindSchema>
export type Direction = z.infer<typeof directionSchema>
