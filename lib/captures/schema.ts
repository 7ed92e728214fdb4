import { z } from 'zod'
import { addressProblem } from '@/lib/address/rules'
import { calendarDateSchema } from '@/lib/document/schema'
import { BLURB_BYTES, itemContentSchema } from '@/lib/issues/schema'
import { placeSchema } from '@/lib/order/schema'
import { isNearby } from '@/lib/outgoing/rules'
import type { PageBrief } from '@/lib/pages/schema'
import { given } from '@/lib/versions/rules'

export const captureSources = ['BOOKMARKLET', 'SHARE', 'API', 'STUDIO', 'SUGGESTION', 'FEED'] as const
export type CaptureSource = (typeof captureSources)[number]

export const captureStates = ['NEW', 'LATER', 'PLACED', 'DISCARDED'] as const
export type CaptureState = (typeof captureStates)[number]

/** What one command may move, and what one list may bring. */
export const MOST_AT_ONCE = 500
/** Of a list that is pasted, in characters. */
export const LONGEST_LIST = 256 * 1024

const encoder = new TextEncoder()

/** Markdown within the cap of a blurb, which it may become. */
const markdown = (what: string) =>
  z
    .string()
    .refine((text) => text.length <= BLURB_BYTES && encoder.encode(text).length <= BLURB_BYTES, {
      message: `${what} is longer than ${BLURB_BYTES / 1024} KB. Shorten it; nothing of it was saved.`,
    })
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())

/** One line: breaks become spaces, since a title copied from a page often brings some. */
const line = (max: number, what: string) =>
  z
    .string()
    .max(max, `${what} has at most ${max} characters.`)
    .transform((text) => text.replace(/\s+/g, ' ').trim())

/** What is wrong with an address that is to be kept, in words; null when it can be. */
export function captureAddressProblem(text: string): string | null {
  return addressProblem(text) ?? nearbyProblem(text.trim())
}

/** Readers are elsewhere: what `URL` makes of every notation of such a host is the same. */
function nearbyProblem(address: string): string | null {
  if (address.includes('\\')) return 'An address holds no backslash. Check what was pasted.'
  const url = new URL(address)
  return isNearby(url) ? `“${url.hostname}” is not a public host name.` : null
}

const addressSchema = z
  .string()
  .check((context) => {
    const message = captureAddressProblem(context.value)
    if (message) context.issues.push({ code: 'custom', message, input: context.value })
  })
  .transform((text) => text.trim())

/** The texts of a capture. */
export const captureTextSchema = z.strictObject({
  url: addressSchema,
  title: line(1000, 'The title'),
  quote: markdown('The quote'),
  note: markdown('The note'),
  via: line(1000, 'Via'),
})
export type CaptureText = z.infer<typeof captureTextSchema>

/** What came of an item that was taken back out of an issue, besides the texts that every capture has. */
export const captureExtrasSchema = itemContentSchema
  .omit({ headline: true, url: true, blurb: true, credit: true, tied: true })
  .partial()
export type CaptureExtras = z.infer<typeof captureExtrasSchema>

const empty = { title: '', quote: '', note: '', via: '' }
export type NewCapture = CaptureText & { source: CaptureSource }
/** A capture of which nothing is known but its address. */
export const bareCapture = (url: string): CaptureText => ({ ...empty, url })

const commandId = z.uuid()
const id = z.uuid()
const ids = z
  .array(id)
  .min(1, 'Choose something first.')
  .max(MOST_AT_ONCE, `At most ${MOST_AT_ONCE} at once.`)

/** One link, by the studio's own form. */
export const addCaptureSchema = captureTextSchema.extend({
  commandId,
  source: z.enum(['BOOKMARKLET', 'SHARE', 'STUDIO']),
})

/** A list pasted in the studio: addresses, one a line, or Markdown. */
export const addListSchema = z.strictObject({
  commandId,
  text: z.string().max(LONGEST_LIST, 'That is more than 256 KB. Paste it in parts; nothing was added.'),
})

export const saveCaptureSchema = z.strictObject({
  commandId,
  version: z.int().nonnegative(),
  fields: captureTextSchema.partial().transform(given<CaptureText>),
})

export const moveCapturesSchema = z.strictObject({ commandId, ids })
/** `until`: the calendar date in the publication's zone on which they come back. */
export const postponeCapturesSchema = z.strictObject({ commandId, ids, until: calendarDateSchema })
/** `itemId` comes from the browser. */
export const placeCapturesSchema = z.strictObject({
  commandId,
  sectionId: id,
  place: placeSchema.default({}),
  captures: z
    .array(z.strictObject({ id, itemId: id }))
    .min(1)
    .max(MOST_AT_ONCE),
})
/** `asBefore`: its capture stands again as before it was placed, not on top. */
export const returnItemSchema = z.strictObject({ commandId, asBefore: z.boolean().default(false) })
/** `moveId`: the command that is taken back. */
export const undoMoveSchema = z.strictObject({ commandId, moveId: id })

/** How a capture stands: all that a move changes. Dates `YYYY-MM-DD`, instants ISO 8601. */
export const standingSchema = z.object({
  state: z.enum(captureStates),
  laterUntil: z.string().nullable(),
  surfacesAt: z.string(),
  movedAt: z.string(),
  itemId: z.string().nullable(),
  issueId: z.string().nullable(),
  isAside: z.boolean().default(false),
})
export type Standing = z.infer<typeof standingSchema>

/** `feeds`: what came of followed feeds, and was not looked at yet. */
export const captureViews = ['inbox', 'feeds', 'later', 'placed', 'discarded'] as const
export type CaptureView = (typeof captureViews)[number]

/** What the list is narrowed to. Comes from an address that anybody can write, so what makes no sense is dropped. */
export const captureFilterSchema = z.object({
  view: z.enum(captureViews).catch('inbox').default('inbox'),
  q: z
    .string()
    .trim()
    .max(200)
    .refine((text) => !text.includes('\u0000'))
    .catch('')
    .default(''),
  source: z.enum(captureSources).nullable().catch(null).default(null),
  /** Where the page before ended: `INSTANT_ID`. */
  after: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    .refine((key) => !Number.isNaN(Date.parse(key.slice(0, 24))))
    .nullable()
    .catch(null)
    .default(null),
})
export type CaptureFilter = z.infer<typeof captureFilterSchema>

/** A capture as the inbox shows it. Instants ISO 8601 UTC, dates `YYYY-MM-DD`. */
export type CaptureRow = CaptureText & {
  id: string
  extras: CaptureExtras
  source: CaptureSource
  /** Who brought it; null for a suggestion. */
  by: string | null
  capturedAt: string
  state: CaptureState
  laterUntil: string | null
  movedAt: string
  version: number
  /** The issue it stands in. `isThere`: its item is still in it. */
  placed: { issueId: string; title: string; isThere: boolean } | null
  /** What was found at its address; null until somebody looked. */
  page: PageBrief | null
}

export type CaptureList = {
  rows: CaptureRow[]
  /** `after` of the next page; null on the last one. */
  next: string | null
  /** How many there are of each view, whatever is searched for. */
  counts: Record<CaptureView, number>
}

/** A draft that captures can go into. */
export type OpenDraft = {
  id: string
  title: string
  number: number | null
  /** Calendar date, `YYYY-MM-DD`. */
  date: string
  state: 'DRAFT' | 'SCHEDULED'
  sections: { id: string; title: string | null; layout: 'articles' | 'list' }[]
}

/**
 * What became of a link that was kept by hand. `joined`: it waited already, and what was new of it stands there now, the
 * texts from before under `undo`; `known`: it waited, and nothing new was said. `waiting`: how it did so before.
 */
export type KeptCapture = {
  id: string
  outcome: 'new' | 'joined' | 'known'
  waiting: { title: string; url: string; capturedAt: string; laterUntil: string | null } | null
  undo: { version: number; fields: Partial<CaptureText> } | null
}

/** What became of a list: what is new, what waits already, in the inbox or until `laterUntil` (`YYYY-MM-DD`), and the lines that could not be taken. */
export type AddedList = {
  added: string[]
  known: { url: string; title: string; capturedAt: string; laterUntil: string | null }[]
  problems: LineProblem[]
}
/** `line` counts from 1; `text` is the line as it was written. */
export type LineProblem = { line: number; text: string; message: string }
