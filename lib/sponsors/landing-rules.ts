import { isUrl } from '@/lib/address/is-url'
import { addressProblem } from '@/lib/address/rules'
import type { LandingOutcome } from '@/lib/landings/schema'
import type { OutgoingReason } from '@/lib/outgoing/outgoing-error'
import { fellHome, hostIn, ownerOf } from '@/lib/pages/homes'
import { judgeFailure, judgeStatus } from '@/lib/pages/judge-answer'
import { formatLongDay } from '@/lib/times/rules'
import { addressesOf } from './rules'
import type { AdCopyContent } from './schema'

/** What came of asking for a landing page. `url`: where it ended, normalised. */
export type Look =
  | {
      kind: 'answered'
      url: string
      status: number
      /** Whether the answer is a riddle for robots and not the page. */
      challenge: boolean
      certificateExpiresAt: Date | null
    }
  | { kind: 'failed'; url: string; reason: OutgoingReason }

/** `message` is one or two sentences for the editors, plain text. */
export type Judgement = { outcome: LandingOutcome; message: string }

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Long before their end most certificates are renewed by themselves; nearer to it than this, somebody should know. */
const ABOUT_TO_EXPIRE = 14 * DAY

const ranks: Record<LandingOutcome, number> = { OK: 0, UNSURE: 0, CERTIFICATE: 1, REDIRECTED: 2, DEAD: 3 }

/**
 * Whether an outcome is news that can't wait for somebody to look. Not to be sure is no worse than to be content: it
 * says something of the site's guard and nothing of what readers meet.
 */
export function isWorse(outcome: LandingOutcome, than: LandingOutcome | null): boolean {
  return ranks[outcome] > ranks[than ?? 'OK']
}

/** The worst first; equals stay in their order. */
export function worstFirst<T extends { outcome: LandingOutcome }>(checks: readonly T[]): T[] {
  return checks.toSorted((a, b) => ranks[b.outcome] - ranks[a.outcome])
}

/** What is looked at of copy: each address that readers can follow, once, its own first. */
export function pagesOf(copies: readonly Pick<AdCopyContent, 'text' | 'url'>[]): string[] {
  const written = [...copies.map(({ url }) => url), ...copies.flatMap(addressesOf)]
  return [...new Set(written)].filter((url) => addressProblem(url) === null)
}

/** A failure that may have been a hiccup, so that a second look is worth its while. */
export function deservesSecondLook(judgement: Judgement): boolean {
  return judgement.outcome === 'DEAD'
}

function judgePlace(written: URL, final: URL): Judgement | null {
  if (ownerOf(written.href) !== ownerOf(final.href)) {
    const message = `The address leads on to ${hostIn(final.href)}, another site than ${hostIn(written.href)}. Ask the sponsor if that is meant.`
    return { outcome: 'REDIRECTED', message }
  }
  if (!fellHome(written, final)) return null
  const message = `The address leads to the front page of ${hostIn(final.href)}, not to the page that was written. That page may be gone.`
  return { outcome: 'REDIRECTED', message }
}

/** Until when a page must be good: 48 hours after the day of its issue, `YYYY-MM-DD`. */
export function neededUntil(issueDate: string): Date {
  return new Date(Date.parse(`${issueDate}T00:00:00Z`) + DAY + 48 * HOUR)
}

function judgeCertificate(host: string, expires: Date | null, issueDate: string, at: Date): Judgement | null {
  if (!expires || expires >= neededUntil(issueDate)) return null
  if (expires.getTime() - at.getTime() > ABOUT_TO_EXPIRE) return null
  const day = formatLongDay(expires.toISOString().slice(0, 10))
  const message = `The certificate of ${host} ends on ${day}. From then on browsers warn readers of the page.`
  return { outcome: 'CERTIFICATE', message }
}

/**
 * What a look at a landing page says.
 * @param written the address as the sponsor wrote it, http(s)
 * @param issueDate the issue's calendar date, `YYYY-MM-DD`
 * @param at when it was looked at
 */
export function judgeLanding(written: string, look: Look, issueDate: string, at: Date): Judgement {
  // What the fetch could not even read has no host.
  const host = isUrl(look.url) ? hostIn(look.url) : look.url
  if (look.kind === 'failed') {
    const judgement = judgeFailure(host, look.reason)
    // Of a page that is paid for, silence is news.
    return look.reason === 'timeout' || look.reason === 'cut' ? { ...judgement, outcome: 'DEAD' } : judgement
  }
  return (
    judgeStatus(host, look.status, look.challenge) ??
    judgePlace(new URL(written), new URL(look.url)) ??
    judgeCertificate(host, look.certificateExpiresAt, issueDate, at) ?? {
      outcome: 'OK',
      message: 'The page answers as it should.',
    }
  )
}
