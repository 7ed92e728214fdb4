import { isUrl } from '@/lib/address/is-url'
import type { PageAuthors, PageBrief, PageOutcome, PageView } from './schema'

/** Whether readers find the page, be it elsewhere. */
export const isFound = (outcome: PageOutcome): boolean => outcome === 'OK' || outcome === 'MOVED'

export function briefOf(page: PageBrief | PageView): PageBrief {
  const { lookedAt, outcome, site, date, wordCount } = page
  return { lookedAt, outcome, message: isFound(outcome) ? '' : page.message, site, date, wordCount }
}

/** An address as a page is asked for by it: as browsers read it, without a fragment. Null for what is none. */
export function askedAddress(written: string): string | null {
  const text = written.trim()
  if (!isUrl(text)) return null
  const url = new URL(text)
  if (!/^https?:$/.test(url.protocol)) return null
  url.hash = ''
  return url.href
}

/**
 * A byline as items have it, `Name, Name — Organisation`. Without a person none: whose site it is stands in the address.
 */
export function bylineOf({ authors, organisation }: PageAuthors): string {
  if (authors.length === 0) return ''
  const people = authors.join(', ')
  const isOne = authors.some((name) => name.toLowerCase() === organisation.toLowerCase())
  return organisation === '' || isOne ? people : `${people} — ${organisation}`
}

const DAY = 86_400_000
/** How long what was read of a page is good enough to begin an item with. */
const READ_GOOD_MS = 7 * DAY

/** Whether a page is to be read, though it was before. */
export function wantsReading(readAt: Date | null, now: Date): boolean {
  return readAt === null || now.getTime() - readAt.getTime() > READ_GOOD_MS
}
