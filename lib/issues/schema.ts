import { z } from 'zod'
import { isLanguageTag } from '@/lib/document/rules'
import {
  calendarDateSchema,
  directionSchema,
  itemKindSchema,
  layoutSchema,
  moreLinkSchema,
  type SponsorImage,
} from '@/lib/document/schema'
import { placeSchema } from '@/lib/order/schema'
import type { Neighbours } from '@/lib/pointing/rules'
import { given } from '@/lib/versions/rules'

export const issueStates = ['PLANNED', 'SKIPPED', 'DRAFT', 'SCHEDULED', 'PUBLISHED', 'WITHDRAWN'] as const
export type IssueState = (typeof issueStates)[number]

/** Caps of one text, in UTF-8 bytes: a blurb 64 KB, a plain line 4 KB. */
export const BLURB_BYTES = 64 * 1024
const LINE_BYTES = 4 * 1024

const encoder = new TextEncoder()
function capped(bytes: number, what: string) {
  return z
    .string()
    .refine((text) => text.length <= bytes && encoder.encode(text).length <= bytes, {
      message: `${what} is longer than ${bytes / 1024} KB. Shorten it; nothing of it was saved.`,
    })
    .refine((text) => !text.includes('\u0000'), {
      message: `${what} holds a character that can’t be stored.`,
    })
}

const markdown = (what: string) => capped(BLURB_BYTES, what)
/** One line: breaks become spaces, since a headline pasted from a page often brings some. */
const line = (what: string) => capped(LINE_BYTES, what).transform((text) => text.replace(/[\r\n\t]+/g, ' '))

const slugSchema = z
  .string()
  .trim()
  .min(1, 'An address needs at least one letter or digit.')
  .max(200, 'Keep the address under 200 characters.')
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Use small letters, digits and single hyphens, such as “issue-42”.')

/** A BCP 47 language tag, as `lang` in HTML takes it. */
const languageSchema = z.string().refine(isLanguageTag, {
  message: 'Use a language tag such as “en”, “fr-CA” or “ar”.',
})

export const itemContentSchema = z.strictObject({
  kind: itemKindSchema,
  headline: line('The headline'),
  url: line('The address').transform((text) => text.trim()),
  links: z.array(moreLinkSchema.extend({ label: line('A label'), url: line('An address') })).max(20),
  blurb: markdown('The blurb'),
  byline: line('The byline'),
  credit: markdown('The credit'),
  disclosure: markdown('The disclosure'),
  topics: z.array(z.string().trim().min(1).max(60)).max(20),
  tied: z.boolean(),
  lang: languageSchema.nullable(),
  dir: directionSchema.nullable(),
})
export type ItemContent = z.infer<typeof itemContentSchema>
export const itemFieldsSchema = itemContentSchema.partial().transform(given<ItemContent>)
export type ItemFields = z.infer<typeof itemFieldsSchema>

export const sectionContentSchema = z.strictObject({
  title: line('The section’s title').nullable(),
  layout: layoutSchema,
})
export type SectionContent = z.infer<typeof sectionContentSchema>
export const sectionFieldsSchema = sectionContentSchema.partial().transform(given<SectionContent>)
export type SectionFields = z.infer<typeof sectionFieldsSchema>

export const issueContentSchema = z.strictObject({
  title: line('The title'),
  subject: line('The subject'),
  preheader: line('The preheader'),
  slug: slugSchema,
  number: z.int('A number is a whole number.').positive('A number is at least 1.').max(1_000_000),
  intro: markdown('The intro'),
  outro: markdown('The outro'),
  date: calendarDateSchema,
  lang: languageSchema.nullable(),
  dir: directionSchema.nullable(),
})
export type IssueContent = z.infer<typeof issueContentSchema>
export const issueFieldsSchema = issueContentSchema.partial().transform(given<IssueContent>)
export type IssueFields = z.infer<typeof issueFieldsSchema>

const commandId = z.uuid()
const id = z.uuid()

/** A save: the version the person saw, and the fields they changed. */
const saveOf = <F extends z.ZodType>(fields: F) =>
  z.strictObject({ commandId, version: z.int().nonnegative(), fields })
export const saveItemSchema = saveOf(itemFieldsSchema)
export const saveSectionSchema = saveOf(sectionFieldsSchema)
export const saveIssueSchema = saveOf(issueFieldsSchema)

/** Ids of new rows come from the browser, so that a row can be written in before the server has answered. */
export const addSectionSchema = z.strictObject({
  commandId,
  id,
  title: line('The section’s title').nullable(),
  layout: layoutSchema,
  place: placeSchema,
})
export const addItemSchema = z.strictObject({ commandId, id, fields: itemFieldsSchema, place: placeSchema })
export const moveSectionSchema = z.strictObject({ commandId, place: placeSchema })
export const moveItemSchema = z.strictObject({ commandId, sectionId: id, place: placeSchema })
/** A command that needs no more than a name for itself. */
export const commandSchema = z.strictObject({ commandId })
/** `removalId` is the command id of the removal that is taken back. */
export const undoRemovalSchema = z.strictObject({ commandId, removalId: id })

export const createIssueSchema = z.strictObject({
  commandId,
  date: calendarDateSchema.optional(),
  /** `PLANNED` reserves a date; `DRAFT` opens the issue at once with number, slug and sections. */
  as: z.enum(['PLANNED', 'DRAFT']).default('DRAFT'),
})

/** `date`: where it stands from then on. For issues that aren't opened yet; an open one saves its date. */
export const redateIssueSchema = z.strictObject({ commandId, date: calendarDateSchema })

/** `texts`: with everything that is written in it, or only its sections. Without a date it takes the next of the cadence. */
export const duplicateIssueSchema = z.strictObject({
  commandId,
  texts: z.boolean(),
  date: calendarDateSchema.optional(),
})

export type DraftItem = ItemContent & { id: string; version: number }
export type DraftSection = {
  id: string
  title: string | null
  layout: 'articles' | 'list'
  version: number
  items: DraftItem[]
}
export type DraftSponsorPart = {
  id: string
  at: 'top' | 'bottom' | 'after'
  sectionId: string | null
  label: string
  sponsor: string | null
  headline: string | null
  text: string
  callToAction: string | null
  url: string | null
  image: SponsorImage | null
}
/**
 * A live slot of the issue, in the order of its placements. `hasNewer`: copy waits that was not approved. `copy`: what was
 * sent in last, its text in Markdown.
 */
export type DraftSlot = {
  id: string
  state: 'HELD' | 'BOOKED' | 'COPY_SUBMITTED' | 'CHANGES_REQUESTED' | 'APPROVED' | 'RAN'
  sponsor: string
  placement: string
  isHouse: boolean
  hasNewer: boolean
  copy: { headline: string; text: string; callToAction: string } | null
}
/** The whole draft as the studio works on it: everything in order, removed rows left out. */
export type IssueDraft = {
  id: string
  state: IssueState
  number: number | null
  slug: string | null
  title: string
  subject: string
  preheader: string
  intro: string
  outro: string
  /** Calendar date in the publication's zone, `YYYY-MM-DD`. */
  date: string
  lang: string | null
  dir: 'ltr' | 'rtl' | null
  /** Instant (ISO 8601, UTC), and the wall time and zone it was given in. */
  scheduledAt: string | null
  scheduledWall: string | null
  scheduledZone: string | null
  heldReason: string | null
  version: number
  sections: DraftSection[]
  sponsorParts: DraftSponsorPart[]
  slots: DraftSlot[]
  /** What stood beside an item, by its id, when words of it that point at others were saved (lib/pointing/rules.ts). */
  writtenBetween?: Readonly<Record<string, Neighbours>>
}
