import { hostOf } from '@/lib/address/rules'
import type { FormKind } from '@/lib/forms/schema'
import { BLURB_BYTES, type ItemContent, type ItemFields } from '@/lib/issues/schema'
import { dayInWords, daysAfter } from '@/lib/times/rules'
import { given } from '@/lib/versions/rules'
import {
  type CaptureExtras,
  type CaptureFilter,
  type CaptureSource,
  type CaptureText,
  type CaptureView,
  captureFilterSchema,
  type KeptCapture,
  type OpenDraft,
} from './schema'

/** Every line behind `>`, as Markdown writes a quote. */
const asBlockquote = (text: string) =>
  text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')

/** The blurb that a capture begins with: what was selected as a quote, and the note under it. */
export function blurbOfCapture({ quote, note }: Pick<CaptureText, 'quote' | 'note'>): string {
  return [quote === '' ? '' : asBlockquote(quote), note].filter(Boolean).join('\n\n')
}

const below = (words: string, more: string) => (words === '' ? more : `${words}\n\n${more}`)
const beside = (names: string, more: string) => (names === '' ? more : `${names}, ${more}`)

/** What is said of a link, besides the title that its page may have. */
export type Said = Pick<CaptureText, 'quote' | 'note' | 'via'>

/**
 * What a link that is brought again adds to the capture that waits: quote and note below those that stand there, and
 * whom to credit beside whoever is. What stands there already is not added; the title stays.
 */
export function joinedTo(known: Said, { quote, note, via }: Said): Partial<CaptureText> {
  return {
    ...(known.quote.includes(quote) ? {} : { quote: below(known.quote, quote) }),
    ...(known.note.includes(note) ? {} : { note: below(known.note, note) }),
    ...(known.via.includes(via) ? {} : { via: beside(known.via, via) }),
  }
}

/** Whether a capture that waits says already all that is brought with its link again. */
export const saysAll = (known: Said, brought: Said): boolean =>
  Object.keys(joinedTo(known, brought)).length === 0

/** Ways in that bring the page’s title along, without anybody having written it. */
const bringTitles: readonly CaptureSource[] = ['BOOKMARKLET', 'SHARE', 'API', 'SUGGESTION', 'FEED']

type Titled = {
  title: string
  source: CaptureSource
  titleIsPages: boolean
  fieldVersions: Readonly<Record<string, number>>
}

/**
 * What a capture is called as a row of a list: as somebody wrote it, or emptied it, else after its service; never by the
 * page’s title, whoever brought that along.
 * @param service what it is called there; empty where nobody knows
 */
export function nameInList({ title, source, titleIsPages, fieldVersions }: Titled, service: string): string {
  const isPages = title === '' || titleIsPages || bringTitles.includes(source)
  return isPages && fieldVersions.title === undefined ? service : title
}

/** The item that a capture becomes when it is placed. The address stays as it was written. */
export function itemOfCapture(capture: CaptureText & { extras: CaptureExtras }): ItemFields {
  const { url, title, via, extras } = capture
  const texts = { headline: title, url, blurb: blurbOfCapture(capture), credit: via }
  return { kind: 'link', ...given<ItemContent>(extras), ...texts }
}

/** The texts of a capture that an item goes back into, so that placed again it is the same. */
export function captureOfItem(item: ItemContent): CaptureText & { extras: CaptureExtras } {
  const { headline, url, blurb, credit, tied: _, ...extras } = item
  return { url, title: headline, quote: '', note: blurb, via: credit, extras }
}

/** What a row is called where its title isn't known yet. */
export function nameOfCapture({ title, url }: Pick<CaptureText, 'title' | 'url'>): string {
  return title || url.replace(/^https?:\/\/(?:www\.)?/i, '')
}

/** Whose page it is: the host, without `www.`. */
export const hostOfCapture = ({ url }: Pick<CaptureText, 'url'>): string => hostOf(url) ?? url

const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** The name of a site where its host doesn’t say as much: `Acme` says nothing beside `blog.acme.com`. */
export function siteBeside(host: string, site: string): string {
  const name = lettersOf(site)
  return name !== '' && !lettersOf(host).includes(name) ? site : ''
}

const sources: Record<CaptureSource, string> = {
  BOOKMARKLET: 'bookmarklet',
  SHARE: 'shared',
  API: 'API',
  STUDIO: 'added here',
  SUGGESTION: 'suggested by a reader',
  FEED: 'from a feed',
}
/** By which way a capture came, in words. */
export const sourceInWords = (source: CaptureSource): string => sources[source]

const views: Record<CaptureView, string> = {
  inbox: 'Inbox',
  feeds: 'Feeds',
  later: 'Later',
  placed: 'Placed',
  discarded: 'Discarded',
}
export const nameOfView = (view: CaptureView): string => views[view]

const DAY_MS = 86_400_000
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/**
 * How long ago something came, in days as a calendar in the zone counts them: `just now`, `3 h ago`, `yesterday`,
 * `Tuesday`, `3 May`, with the year where it is another one. `days` tells the date of an instant, `YYYY-MM-DD`.
 */
export function ageInWords(at: Date, now: Date, days: (instant: Date) => string): string {
  const minutes = Math.floor((now.getTime() - at.getTime()) / 60_000)
  if (minutes < 2) return 'just now'
  if (minutes < 60) return `${minutes} min ago`
  const [day, today] = [days(at), days(now)]
  const passed = Math.round((Date.parse(today) - Date.parse(day)) / DAY_MS)
  if (passed <= 0) return `${Math.floor(minutes / 60)} h ago`
  if (passed === 1) return 'yesterday'
  if (passed < 7) return weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''
  return dayInWords(day, today)
}

/** What became of a link that waited already, in a sentence or two; undefined for one that is new. */
export function sayKept(
  { outcome, waiting, undo }: KeptCapture,
  { now, days }: { now: Date; days: (instant: Date) => string },
): string | undefined {
  if (!waiting) return undefined
  const came = ageInWords(new Date(waiting.capturedAt), now, days)
  const since = /ago$|now$/.test(came) ? `It came ${came}` : `It has waited since ${came}`
  if (outcome === 'known') return `${since}, and nothing here was new.`
  const added = new Intl.ListFormat('en').format(Object.keys(undo?.fields ?? {}))
  return `${since}, and has your ${added} now.`
}

/** Days to put something off to, nearest first; none twice. @param issueDate of the draft that is written now */
export function laterChoices(today: string, issueDate: string | null): { until: string; label: string }[] {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay()
  const choices = [
    { until: daysAfter(today, 1), label: 'Tomorrow' },
    { until: daysAfter(today, (8 - weekday) % 7 || 7), label: 'Next Monday' },
    ...(issueDate && issueDate >= today
      ? [{ until: daysAfter(issueDate, 1), label: 'After this issue' }]
      : []),
    { until: daysAfter(today, 14), label: 'In two weeks' },
    { until: daysAfter(today, 30), label: 'In a month' },
  ]
  const firsts = choices.filter(
    (choice, index) => choices.findIndex(({ until }) => until === choice.until) === index,
  )
  return firsts.sort((one, other) => one.until.localeCompare(other.until))
}

/**
 * The draft that is written now: the first that is to come and not scheduled yet, else the last that is overdue, else
 * the next that is scheduled.
 * @param drafts in any order
 */
export function currentDraft<D extends Pick<OpenDraft, 'date' | 'state'>>(
  drafts: readonly D[],
  today: string,
): D | null {
  const inOrder = [...drafts].sort((one, other) => one.date.localeCompare(other.date))
  const open = inOrder.filter(({ state }) => state === 'DRAFT')
  return open.find(({ date }) => date >= today) ?? open.at(-1) ?? inOrder[0] ?? null
}

type Params = Record<string, string | string[] | undefined>
const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

/** The first page of what an address asks for. */
export function filterOf({ view, q, source }: Params): CaptureFilter {
  return captureFilterSchema.parse({ view: one(view), q: one(q), source: one(source) ?? null })
}

export const captureFormFields = ['url', 'title', 'quote', 'note', 'via', 'source'] as const
/** The capture window, where it works without script. */
export const captureForm: FormKind<(typeof captureFormFields)[number]> = {
  name: 'kept-capture-form',
  path: '/admin/capture',
  fields: captureFormFields,
  longest: BLURB_BYTES + 1024,
  limit: { limit: 200, seconds: 60 * 60 },
}
