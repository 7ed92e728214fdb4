import type { IssueLink } from '@/lib/archive/schema'
import { ageInWords } from '@/lib/captures/rules'
import type { Layout } from '@/lib/document/schema'
import type { ItemContent } from '@/lib/issues/schema'
import { dayInWords } from '@/lib/times/rules'
import { inWords, timesInWords } from './numbers'
import type { Note, SentItem } from './schema'

/** So many are told of one item; more would be read by nobody. */
const MOST_NOTES = 4

/** The weightiest first: what makes an item superfluous before what is only worth knowing. */
const weights: Record<Note['kind'], number> = {
  draft: 0,
  sent: 1,
  inbox: 2,
  mentioned: 3,
  near: 4,
  author: 5,
  host: 6,
}

/** Whether somebody who listens is told at once, and not only whoever looks. */
export const isLoud = ({ kind }: Note): boolean => kind === 'sent' || kind === 'draft' || kind === 'inbox'

/** The notes to show, in order. */
export function rankNotes(notes: readonly Note[]): Note[] {
  const isTold = ({ kind }: Note) => kind === 'sent' || kind === 'draft'
  // Of something that went out already, more of the same site is no news.
  const kept = notes.some(isTold) ? notes.filter(({ kind }) => kind !== 'host' && kind !== 'near') : notes
  return [...kept].sort((one, other) => weights[one.kind] - weights[other.kind]).slice(0, MOST_NOTES)
}

/** How many issues of the last months a link may have stood in before it counts as one that always stands there. */
const STANDING_ISSUES = 3
export const STANDING_DAYS = 91

/** A link that stands in issue after issue (how to take part, the list of events) is repeated on purpose. */
export const isStanding = (issuesLately: number): boolean => issuesLately >= STANDING_ISSUES

/** Of fewer rows nothing can be told. */
const ENOUGH_ROWS = 20
const USUAL_SHARE = 0.1

/**
 * Whether a section repeats links as a matter of course, as outages and events do: told from what it did in its last
 * issues. While it has hardly any, a list of names is taken for one that does, and a section of articles is not.
 * @param rows of the section in its last issues
 * @param repeated how many of them led to something that had been sent before
 */
export function repeatsAsUsual(layout: 'articles' | 'list', rows: number, repeated: number): boolean {
  return rows < ENOUGH_ROWS ? layout === 'list' : repeated / rows >= USUAL_SHARE
}

/** Fewer of one host in a month, or of one author in three, are nothing to tell. */
export const MANY_OF_HOST = 3
export const MANY_OF_AUTHOR = 2
/** So many times what is usual is worth telling: what comes each week is not, nor is every chance. */
const UNUSUAL = 3

/**
 * What such a time usually has of a host or an author, where it has so many lately that it is worth telling; else null.
 * While there is no earlier time to compare with, nothing is.
 * @param lately items of the last month, or of the last three
 * @param year items of the last year, the late ones among them
 * @param times how many such times the archive has of that year, the late one among them
 */
export function unusually(lately: number, year: number, times: number, many: number): number | null {
  if (lately < many || times < 2) return null
  const usual = (year - lately) / (times - 1)
  return lately >= UNUSUAL * usual ? Math.round(usual) : null
}

/** Hosts of many people: there the first part of the path says whose a page is. */
const shared = new Set([
  'github.com',
  'gitlab.com',
  'codeberg.org',
  'medium.com',
  'dev.to',
  'twitter.com',
  'x.com',
  'linkedin.com',
  'youtube.com',
  'youtu.be',
  'vimeo.com',
  'reddit.com',
  'news.ycombinator.com',
  'lobste.rs',
  'speakerdeck.com',
  'slideshare.net',
  'docs.google.com',
  'meetup.com',
  'eventbrite.com',
])
/** Paths of such hosts that begin with no name: `/watch?v=…`. */
const nameless = /^\/(?:watch|item|video|r|in|p|shorts|playlist|feed|groups|company|s|status)(?:\/|$|\?)/

/** Whose pages a canonical address is of: its host, with the name of the person where many share one; null for nobody’s. */
export function ownerOf(canonical: string, host: string): { host: string; path: string } | null {
  if (!shared.has(host)) return { host, path: '' }
  const path = canonical.slice(`https://${host}`.length)
  const name = /^\/[^/?#]+/.exec(path)?.[0]
  return name && path.length > name.length && !nameless.test(path) ? { host, path: name } : null
}

const numbersIn = (text: string) => (text.match(/\d+/g) ?? []).join(' ')

/**
 * Whether a title that is much alike may be of the same thing. Titles that differ in a number are of a series:
 * “Release 1.70” and “Release 1.71”.
 */
export function mayBeSame(title: string, other: string): boolean {
  return numbersIn(title) === numbersIn(other)
}

/** Of one or two words nothing can be told: every other title begins like it. */
export function isTelling(title: string): boolean {
  return title.trim().length >= 12 && /\S\s+\S+\s+\S/.test(title.trim())
}

/** The longest words are the rarest, by and large. */
const LONGEST_WORDS = 4

/** Each two of a title's longest words: titles that are alike share two of them. */
export function tellingPairs(title: string): string[] {
  const words = [...new Set(title.toLowerCase().match(/[\p{L}\p{N}]{3,40}/gu) ?? [])]
  const longest = words.sort((one, other) => other.length - one.length).slice(0, LONGEST_WORDS)
  return longest.flatMap((one, at) => longest.slice(at + 1).map((other) => `${one} ${other}`))
}

/** What an issue is called in a sentence: `#212`, or its title. */
export const callIssue = ({ number, title }: Pick<IssueLink, 'number' | 'title'>): string =>
  number === null ? `“${title || 'Untitled issue'}”` : `#${number}`

const callItem = (headline: string | null) => (headline?.trim() ? `“${headline.trim()}”` : 'an item')

/** When the sentence is read: the instant, and how to tell the date of an instant. */
export type Reading = { now: Date; days: (instant: Date) => string }

/** What a note says, in a sentence without an end. */
export function sayNote(note: Note, { now, days }: Reading): string {
  const on = (date: string) => dayInWords(date, days(now))
  switch (note.kind) {
    case 'sent': {
      const more = note.issues > 1 ? `, ${timesInWords(note.issues)} in all` : ''
      return `Sent in ${callIssue(note.issue)} on ${on(note.issue.date)}${more}`
    }
    case 'mentioned':
      return `Linked in the words of ${callItem(note.headline)}, ${callIssue(note.issue)}, ${on(note.issue.date)}`
    case 'near':
      return `Much like ${callItem(note.headline)} in ${callIssue(note.issue)}, ${on(note.issue.date)}`
    case 'draft': {
      const where = note.issue.isThis ? 'In this issue already' : `In the draft of ${on(note.issue.date)}`
      const how = note.place === 'BLURB' ? ', within the words of' : ':'
      return `${where}${how} ${callItem(note.headline)}`
    }
    case 'inbox': {
      const since = ageInWords(new Date(note.capturedAt), now, days)
      const later = note.laterUntil ? `, put off until ${on(note.laterUntil)}` : ''
      const where = note.isTwin ? 'In the inbox too,' : 'In the inbox'
      if (!/ago$|now$/.test(since)) return `${where} since ${since}${later}`
      return `${where.replace(/,$/, '')}, came ${since}${later}`
    }
    case 'author': {
      const last = note.last ? `, last in ${callIssue(note.last)} on ${on(note.last.date)}` : ''
      if (note.inThisIssue && note.times === 0) return `${note.name} is credited in this issue already`
      const here = note.inThisIssue ? ', and in this issue' : ''
      return `${note.name} was credited ${timesInWords(note.times)} in three months${here}${last}`
    }
    case 'host': {
      const usual = note.usual === 0 ? 'hardly any' : inWords(note.usual)
      const items = inWords(note.items)
      const here = note.here === 0 ? '' : ` (${inWords(note.here)} in this issue)`
      return `${items[0]?.toUpperCase()}${items.slice(1)} items of ${note.host} in a month${here} that has ${usual} as a rule`
    }
  }
}

/** How a blurb begins that takes up an earlier item, with a link to it. */
function followUpTo({ issue, href }: Pick<SentItem, 'issue' | 'href'>): string {
  const name = callIssue(issue).replace(/[\\[\]]/g, '\\$&')
  return `Follow-up to [${name}](${href}): `
}

/** Whether the empty blurb of an item begins by itself: that of a link in a section of articles. */
export const takesFollowUp = (kind: ItemContent['kind'] | undefined, layout: Layout): boolean =>
  layout === 'articles' && kind === 'link'

/** How it begins by what memory says of its address; null where it wasn't sent, or is repeated on purpose. */
export function beginningFor(notes: readonly Note[]): string | null {
  const sent = notes.find((note) => note.kind === 'sent')
  return sent ? followUpTo(sent) : null
}

/** Whether a blurb has that beginning and nothing else. */
export const isBareFollowUp = (blurb: string): boolean =>
  /^Follow-up to \[(?:[^\]\\\n]|\\.){1,400}\]\([^)\s]{1,400}\):\s*$/.test(blurb.trim())

/** A blurb with that beginning; null where it leads to the item already. */
export function withFollowUp(blurb: string, sent: Pick<SentItem, 'issue' | 'href'>): string | null {
  return blurb.includes(sent.href) ? null : `${followUpTo(sent)}${blurb.trimStart()}`
}
