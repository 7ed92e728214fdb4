import type { FeedEntry } from './schema'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** What a feed brings the first time: not its archive. */
const FIRST_ENTRIES = 10
const FIRST_AGE_MS = 14 * DAY
/** What one reading brings at most; a feed that changed all its ids must not fill the lane. */
const MOST_ENTRIES = 50
/** After so many days it is written down again that an entry is still in its feed. */
export const SEEN_ANEW_DAYS = 30

/** Those entries of a feed that are brought; the others count as seen. @param isFirst it was never read before */
export function entriesToBring(fresh: readonly FeedEntry[], isFirst: boolean, now: Date): FeedEntry[] {
  if (!isFirst) return fresh.slice(0, MOST_ENTRIES)
  // Where no entry tells its date the newest stand first, as feeds have it.
  if (fresh.every(({ at }) => at === null)) return fresh.slice(0, FIRST_ENTRIES)
  const young = fresh.filter(({ at }) => at !== null && now.getTime() - at.getTime() < FIRST_AGE_MS)
  return young.slice(0, FIRST_ENTRIES)
}

/** Without an answer that says otherwise a feed is read each hour. */
const USUAL_MS = HOUR
const LONGEST_MS = 7 * DAY

/**
 * When a feed is asked again, in ms from now: each failure in a row doubles the time, up to a week; a site that names
 * a time itself (`Retry-After`, RFC 9110, 10.2.3: seconds or a date) is believed, within a week.
 */
export function waitBeforeNext(failures: number, retryAfter: string | undefined, now: Date): number {
  const usual = Math.min(USUAL_MS * 2 ** Math.min(failures, 20), LONGEST_MS)
  if (!retryAfter) return usual
  const asked = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now.getTime()
  return Number.isFinite(asked) ? Math.min(Math.max(usual, asked), LONGEST_MS) : usual
}

/** What is wrong with an answer by its status, in words; null for one to be read. */
export function statusProblem(status: number): string | null {
  if (status >= 200 && status < 300) return null
  if (status === 404) return 'There is nothing at this address any more (404).'
  if (status === 410) return 'This feed was given up by its site (410).'
  if (status === 401 || status === 403) return `The site lets nobody in here (${status}).`
  if (status === 429) return 'The site asks us to come less often (429).'
  return `The site answered with an error (${status}).`
}
