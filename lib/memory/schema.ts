import { z } from 'zod'
import type { IssueLink } from '@/lib/archive/schema'
import { calendarDateSchema, layoutSchema } from '@/lib/document/schema'

/** Longer ones are no address and no title of anything. */
export const LONGEST_ASKED = 4_000

const asked = z.string().max(LONGEST_ASKED, 'This is longer than an address or a title can be.').default('')

/** What is being written, of which the archive may know something. All but one of the texts may be empty. */
export const recallSchema = z.strictObject({
  /** As written. */
  url: asked,
  headline: asked,
  byline: asked,
  layout: layoutSchema.default('articles'),
  /** Title of the section that it stands in. */
  section: asked,
  /** The item or capture that asks, which isn't told of itself, and the item's issue, of whose edition it isn't either. */
  itemId: z.uuid().optional(),
  captureId: z.uuid().optional(),
  issueId: z.uuid().optional(),
  /** The day for which it is written, from which “this month” counts back; today unless given. */
  date: calendarDateSchema.optional(),
})
export type RecallInput = z.infer<typeof recallSchema>
/** What is asked of the server; what is left out is empty. */
export type RecallQuery = z.input<typeof recallSchema>

/** Where a link stood in an item: `MORE` among its further links, `BLURB` within its words. */
export type LinkPlace = 'HEADLINE' | 'MORE' | 'BLURB'

/** An item that readers have. `excerpt` is plain; `href` absolute, for a blurb that leads to it. */
export type SentItem = {
  itemId: string
  headline: string | null
  excerpt: string
  href: string
  issue: IssueLink
}
/** `isThis`: the issue that asks. `date` is the issue's, `YYYY-MM-DD`. */
export type DraftOfNote = { id: string; title: string; number: number | null; date: string; isThis: boolean }

/**
 * One thing that memory says. `sent`: the address itself, `issues` counting those that sent it; `mentioned`: only within
 * the words of an item. `inbox`: it waits there; `isTwin` where what asks waits there too. `host`: `items` of it in a month,
 * `here` of them in the issue that asks, where `usual` is what a month has. Instants are ISO 8601.
 */
export type Note =
  | ({ kind: 'sent'; issues: number } & SentItem)
  | { kind: 'draft'; itemId: string; headline: string; place: LinkPlace; issue: DraftOfNote }
  | {
      kind: 'inbox'
      captureId: string
      title: string
      capturedAt: string
      laterUntil: string | null
      isTwin?: boolean
    }
  | ({ kind: 'mentioned' } & SentItem)
  | ({ kind: 'near' } & SentItem)
  | { kind: 'author'; name: string; times: number; inThisIssue: boolean; last: IssueLink | null }
  | { kind: 'host'; host: string; items: number; here: number; usual: number }

/**
 * What memory says of something, the weightiest first. `clean`: its address without what says only how somebody came to
 * it, null where there is nothing to clean.
 */
export type Recalled = { notes: Note[]; clean: string | null }

export const captureIdsSchema = z.strictObject({
  ids: z
    .string()
    .default('')
    .transform((ids) => ids.split(',').filter(Boolean))
    .pipe(z.array(z.uuid()).max(100, 'Ask for 100 captures at most.')),
})
/** Of captures, by id, those that were sent, stand in a draft, or wait once more. */
export type RecalledCaptures = { notes: Record<string, Note[]> }

export const suggestSchema = z.strictObject({ q: z.string().max(200).default('') })
/** An earlier item that a blurb may lead to. */
export type Suggestion = {
  id: string
  title: string
  host: string | null
  isRow: boolean
  href: string
  issue: IssueLink
}
