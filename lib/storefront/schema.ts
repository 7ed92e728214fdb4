import { z } from 'zod'
import { emailSchema } from '@/lib/accounts/schema'
import type { DocumentSponsor } from '@/lib/document/schema'
import type { KeptForm } from '@/lib/forms/schema'
import type { StorefrontFact } from '@/lib/publication/schema'

/** A coming date, `YYYY-MM-DD`, and whether a place is left; never who has the others. */
export type OfferedDate = { date: string; isFree: boolean }

/** What a message looked like to readers. `from`: the issue it ran in; `ranHere`: in this very placement. */
export type Sample = { part: DocumentSponsor; from: { title: string; path: string }; ranHere: boolean }

/** A placement as it is offered to strangers. `price` is in the currency's smallest unit. */
export type Offer = {
  id: string
  name: string
  description: string
  /** `top`, `bottom`, or `after` together with `sectionTitle`. */
  at: string
  sectionTitle: string | null
  maxCharacters: number
  maxLinks: number
  imageAllowed: boolean
  price: number
  currency: string
  deadlineDays: number
  perIssue: number
  dates: OfferedDate[]
}

/** All that the page for sponsors says. `text` is Markdown. */
export type Storefront = {
  text: string
  facts: StorefrontFact[]
  holdDays: number
  offers: (Offer & { sample: Sample | null })[]
}

const required = (max: number, what: string, missing: string) =>
  z
    .string()
    .max(max, `${what} has at most ${max} characters.`)
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, missing))

/** A placement on a date, as the form's list of free places names it: `PLACEMENT/2026-12-06`. */
const placeSchema = z
  .string()
  .regex(/^[\da-f-]{36}\/\d{4}-\d{2}-\d{2}$/, 'Choose a placement and a date.')
  .transform((place) => {
    const [placementId = '', date = ''] = place.split('/')
    return { placementId, date }
  })
  .pipe(z.object({ placementId: z.uuid('Choose a placement.'), date: z.iso.date('Choose a date.') }))

/** What a stranger sends in. `reference` is in the form for robots alone: people don't see it, and leave it empty. */
export const sendRequestSchema = z.strictObject({
  place: placeSchema,
  company: required(120, 'The company’s name', 'Write your company’s name.'),
  contactName: required(120, 'Your name', 'Write your name.'),
  email: emailSchema,
  website: z.string().trim().max(500, 'The website has at most 500 characters.').default(''),
  message: z
    .string()
    .max(4000, 'The message has at most 4,000 characters.')
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .default(''),
  reference: z.string().max(1000).default(''),
})
export type SendRequest = z.output<typeof sendRequestSchema>

/** Fields of the form, in its order. */
export const requestFields = ['place', 'company', 'contactName', 'email', 'website', 'message'] as const
export type RequestField = (typeof requestFields)[number]

export type KeptRequest = KeptForm<RequestField>

export const requestStates = ['OPEN', 'ACCEPTED', 'DECLINED', 'LAPSED'] as const
export type RequestState = (typeof requestStates)[number]

/** A request as the studio sees it. Dates are `YYYY-MM-DD`, instants ISO 8601; `price` is in the smallest unit. */
export type RequestRow = {
  id: string
  state: RequestState
  company: string
  contactName: string
  email: string
  website: string
  message: string
  placement: string
  date: string
  slotId: string | null
  heldUntil: string | null
  price: number
  currency: string
  /** What the editors wrote last. */
  answer: string
  answeredAt: string | null
  createdAt: string
  /** Companies called alike, or with a contact of this address, whom alone an acceptance would mail. */
  known: { id: string; name: string; byAddress: boolean }[]
}

const commandId = z.uuid()

/** `sponsorId`: a company there is, instead of the one that the request named. */
export const acceptRequestSchema = z.strictObject({ commandId, sponsorId: z.uuid().optional() })
/** What is mailed to whoever asked: an answer, or the reason why not. */
export const answerRequestSchema = z.strictObject({
  commandId,
  text: z
    .string()
    .max(4000, 'At most 4,000 characters.')
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().min(1, 'Write something first.')),
})
