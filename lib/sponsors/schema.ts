import { z } from 'zod'
import { emailSchema } from '@/lib/accounts/schema'
import { given } from '@/lib/versions/rules'

export const slotStates = [
  'HELD',
  'BOOKED',
  'COPY_SUBMITTED',
  'CHANGES_REQUESTED',
  'APPROVED',
  'RAN',
  'RELEASED',
  'MISSED',
] as const
/** A place without a live slot is open; there is no row for it. */
export type SlotState = (typeof slotStates)[number]

const commandId = z.uuid()
const id = z.uuid()

const line = (max: number, what: string) =>
  z
    .string()
    .max(max, `${what} has at most ${max} characters.`)
    .transform((text) => text.replace(/\s+/g, ' ').trim())
const text = (max: number, what: string) => z.string().max(max, `${what} has at most ${max} characters.`)

/** ISO 4217: what prices are agreed in. */
export const currencySchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{3}$/, 'A currency is three letters, such as USD or EUR.')

/** In the currency's smallest unit, e.g. cents. */
const priceSchema = z
  .int('A price is a number.')
  .nonnegative('A price is not below 0.')
  .max(100_000_000, 'That price is too high to be meant.')

export const sponsorContentSchema = z.strictObject({
  name: line(120, 'The name').pipe(z.string().min(1, 'A company needs a name.')),
  website: line(500, 'The website'),
  notes: text(10_000, 'The notes'),
  /** What it sells, for keeping competitors apart. */
  field: line(60, 'The field'),
})
export type SponsorContent = z.infer<typeof sponsorContentSchema>

export const createSponsorSchema = z.strictObject({
  commandId,
  fields: sponsorContentSchema.partial({ website: true, notes: true, field: true }),
})
export const saveSponsorSchema = z.strictObject({
  commandId,
  version: z.int().nonnegative(),
  fields: sponsorContentSchema.partial().transform(given<SponsorContent>),
})

export const addContactSchema = z.strictObject({
  commandId,
  name: line(120, 'A name').default(''),
  email: emailSchema,
  /** Also lets them sign in. */
  invite: z.boolean().optional(),
})

const placementObject = z.strictObject({
  name: line(80, 'The name').pipe(z.string().min(1, 'A placement needs a name, such as “Top”.')),
  description: text(2_000, 'The description'),
  at: z.enum(['top', 'after', 'bottom'], 'Choose where it stands.'),
  /** For `after`: the section's title. */
  sectionTitle: line(120, 'The section').nullable(),
  perIssue: z.int().min(1, 'At least one.').max(20, 'At most 20.'),
  maxCharacters: z.int().min(20, 'At least 20 characters.').max(20_000, 'At most 20,000 characters.'),
  maxLinks: z.int().min(0).max(50, 'At most 50 links.'),
  imageAllowed: z.boolean(),
  price: priceSchema,
  currency: currencySchema,
  /** Copy is due so many days before the issue's date. */
  deadlineDays: z.int().min(0, 'Not below 0.').max(90, 'At most 90 days.'),
  reminderDays: z.array(z.int().min(0).max(90)).max(10, 'At most 10 reminders.'),
  acceptsLate: z.boolean(),
  isOffered: z.boolean(),
})
export const placementContentSchema = placementObject
export type PlacementContent = z.infer<typeof placementContentSchema>

export const placementDefaults: Omit<PlacementContent, 'name'> = {
  description: '',
  at: 'top',
  sectionTitle: null,
  perIssue: 1,
  maxCharacters: 600,
  maxLinks: 3,
  imageAllowed: false,
  price: 0,
  currency: 'USD',
  deadlineDays: 3,
  reminderDays: [7, 2, 0],
  acceptsLate: true,
  isOffered: true,
}

export const createPlacementSchema = z.strictObject({
  commandId,
  fields: placementObject.partial().required({ name: true }),
})
export const savePlacementSchema = z.strictObject({
  commandId,
  version: z.int().nonnegative(),
  fields: placementObject.partial().transform(given<PlacementContent>),
})

export const retirePlacementSchema = z.strictObject({ commandId, retired: z.boolean() })

/** One place up or down among the placements. */
export const movePlacementSchema = z.strictObject({ commandId, direction: z.enum(['up', 'down']) })
export type MovePlacement = z.infer<typeof movePlacementSchema>
export const removeSponsorSchema = z.strictObject({ commandId })

export const bookSlotSchema = z.strictObject({
  commandId,
  /** The issue, or the date to plan one on. */
  issueId: id.optional(),
  date: z.iso.date().optional(),
  placementId: id,
  /** A company, or the house for copy of our own. */
  sponsorId: z.union([id, z.literal('house')], 'Choose a company.'),
  /** Instead of the placement's own. */
  price: priceSchema.optional(),
  purchaseOrder: line(120, 'The purchase order').optional(),
  makeGoodForId: id.optional(),
  seriesId: id.optional(),
})
export type BookSlotInput = z.infer<typeof bookSlotSchema>

/** The same company and placement again: `every` issues apart on the dates of the cadence, `times` in all. */
export const bookSeriesSchema = bookSlotSchema.omit({ seriesId: true }).extend({
  every: z.int().min(1, 'At least every issue.').max(52, 'At most every 52nd issue.').default(1),
  times: z.int().min(1, 'At least once.').max(104, 'At most 104 times.').default(1),
  /** Leave out what is taken, and go on. */
  skipTaken: z.boolean().default(false),
})

/** The slots that one booking made. */
export const undoBookingSchema = z.strictObject({ commandId, slotIds: z.array(id).min(1).max(104) })
export const restoreSlotSchema = z.strictObject({ commandId })
export const endSlotSchema = z.strictObject({ commandId, reason: text(2_000, 'The reason').default('') })
export const moveSlotSchema = z.strictObject({
  commandId,
  issueId: id.optional(),
  date: z.iso.date().optional(),
  placementId: id.optional(),
})

/** A company that waits for a place that is taken. */
export const joinWaitlistSchema = z.strictObject({
  commandId,
  issueId: id,
  placementId: id,
  sponsorId: z.uuid('Choose a company.'),
})
export const leaveWaitlistSchema = z.strictObject({ commandId })

/** What becomes of the bookings of an issue that doesn’t come, and of the issue. */
export const clearIssueSchema = z.strictObject({
  commandId,
  bookings: z.enum(['move', 'miss'], 'Choose what becomes of the bookings.'),
  issue: z.enum(['skip', 'remove'], 'Choose what becomes of the issue.'),
})

/** `clearId`: of the skipping that is taken back, with what became of the bookings. */
export const unskipIssueSchema = z.strictObject({ commandId, clearId: id.optional() })

/** Caps of ad copy in characters; what a placement allows is less. */
export const adCopySchema = z.strictObject({
  headline: line(500, 'The headline'),
  /** Markdown. */
  text: text(32_000, 'The text'),
  callToAction: line(200, 'The call to action'),
  /** As written; never altered. */
  url: z.string().max(4_000, 'An address has at most 4,000 characters.').trim(),
  imageId: id.nullable(),
  imageAlt: line(500, 'The image’s description'),
})
export type AdCopyContent = z.infer<typeof adCopySchema>
export const saveCopySchema = z.strictObject({
  commandId,
  version: z.int().nonnegative(),
  fields: adCopySchema.partial().transform(given<AdCopyContent>),
})
const comment = text(10_000, 'The comment')
const written = text(32_000, 'The text').transform((typed) => typed.replace(/\r\n?/g, '\n'))
/**
 * The copy as a form sends it; one with script has saved its fields already and sends none. `version`: of the copy it was
 * filled from. One without script brings all that stands in it, whichever button was pressed: the image, a word to the
 * editors, and which view of the proof is next.
 */
export const copyFormSchema = z.strictObject({
  commandId: commandId.optional(),
  version: z.coerce.number().int().nonnegative(),
  intent: z.enum(['save', 'submit', 'comment']).default('save'),
  image: z.instanceof(Uint8Array).optional(),
  remove: z.literal('yes').optional(),
  comment: comment.optional(),
  view: z.string().max(20).optional(),
  headline: adCopySchema.shape.headline.optional(),
  text: written.optional(),
  callToAction: adCopySchema.shape.callToAction.optional(),
  url: adCopySchema.shape.url.optional(),
  imageAlt: adCopySchema.shape.imageAlt.optional(),
})
/** `version`: of the copy the person saw when they pressed the button. */
export const submitCopySchema = z.strictObject({ commandId, version: z.int().nonnegative() })
/** Runs what ran before: fills this slot's copy with it, and sends it in where `submit` says so. */
export const reuseCopySchema = z.strictObject({
  commandId: commandId.optional(),
  versionId: id,
  submit: z.literal('yes').optional(),
})
export const acceptSchema = z.strictObject({ commandId: commandId.optional(), versionId: id })

/** What was agreed about money, from the studio. */
export const saveTermsSchema = z.strictObject({
  commandId,
  fields: z
    .strictObject({
      price: priceSchema,
      currency: currencySchema,
      purchaseOrder: line(120, 'The purchase order'),
      invoice: line(500, 'The invoice'),
      paidOn: z.iso.date('Give a whole date.').nullable(),
    })
    .partial(),
})

/** The mail in which a sponsor agrees; at most 1 MB. */
const evidenceSchema = z.strictObject({
  name: line(200, 'The file’s name'),
  type: z
    .string()
    .max(200)
    .regex(/^[\w.+-]+\/[\w.+-]+$/, 'That kind of file can’t be kept.'),
  base64: z
    .base64('The file didn’t come through. Choose it again.')
    .max(1_400_000, 'That file has more than 1 MB.'),
})
export const approveSchema = z.strictObject({
  commandId,
  /** What was looked at; a newer one is not approved unseen. */
  versionId: id,
  comment: comment.default(''),
  onBehalf: z.boolean().default(false),
  evidence: evidenceSchema.optional(),
})
export const requestChangesSchema = z.strictObject({
  commandId,
  versionId: id,
  comment: comment.refine((said) => said.trim() !== '', 'Say what should change.'),
})
export const commentSchema = z.strictObject({
  commandId: commandId.optional(),
  comment: comment.refine((said) => said.trim() !== '', 'Write something first.'),
})

/** What of a slot decides what may be done with it. */
export type SlotView = {
  id: string
  state: SlotState
  sponsorId: string
  issueId: string
  versionId: string | null
  approvedVersionId: string | null
}

/** What contacts are mailed about a slot; `reminder` says whatever is still to be done when it leaves. */
export const contactMailKinds = [
  'booked',
  'make-good',
  'moved',
  'released',
  'missed',
  'written',
  'changes-requested',
  'approved',
  'commented',
  'ran',
  'live',
  'reminder',
] as const
export type ContactMailKind = (typeof contactMailKinds)[number]
