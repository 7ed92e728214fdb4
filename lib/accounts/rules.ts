import { isUrl } from '@/lib/address/is-url'
import type { Role } from './schema'

const minute = 60_000
const day = 24 * 60 * minute

/** How long each kind of link can be used, in milliseconds. */
export const linkLifetime = { signIn: 15 * minute, invitation: 7 * day, demo: day } as const

/** A session ends when nobody used it for this long, in milliseconds. */
export const sessionIdleLimit = 30 * day

/** `seenAt` is written at most this often, in milliseconds. */
export const seenAtInterval = minute

/** Sign-in links asked for: `limit` in each window of `seconds`, for one address and for one client. */
export const signInLimits = {
  address: { limit: 5, seconds: 15 * 60 },
  client: { limit: 30, seconds: 15 * 60 },
} as const

export type TokenState = 'usable' | 'used' | 'expired'

/** What a sign-in link is good for at `now`. A used link says so even after its time is over. */
export function tokenState(token: { consumedAt: Date | null; expiresAt: Date }, now: Date): TokenState {
  if (token.consumedAt) return 'used'
  return token.expiresAt > now ? 'usable' : 'expired'
}

export type SessionRow = { revokedAt: Date | null; seenAt: Date; disabledAt: Date | null }

/** Whether a session still signs anybody in: not revoked, not idle for too long, its person not disabled. */
export function isLive(session: SessionRow, now: Date): boolean {
  if (session.revokedAt || session.disabledAt) return false
  return now.getTime() - session.seenAt.getTime() < sessionIdleLimit
}

export type PersonState = 'active' | 'invited' | 'disabled'

/** A person as the owner's list shows them. */
export type PersonRow = {
  id: string
  email: string
  name: string
  role: Role
  state: PersonState
  invitedAt: Date
  seenAt: Date | null
}

/** How many tokens of one kind a person may have at a time. */
export const MOST_TOKENS = 20

/** A token that is not revoked, as its person's list shows it. */
export type TokenRow = { id: string; name: string; createdAt: Date; usedAt: Date | null }

/** A browser that is signed in, as the lists show it. */
export type SessionListRow = { id: string; device: string; createdAt: Date; seenAt: Date }

export function personState(person: { joinedAt: Date | null; disabledAt: Date | null }): PersonState {
  if (person.disabledAt) return 'disabled'
  return person.joinedAt ? 'active' : 'invited'
}

/**
 * Whether `personId` is the only owner who can act. Somebody invited who never came does not count: were the
 * last acting owner to leave, nobody could invite, enable or promote anyone.
 * @param actingOwners ids of the owners who have joined and are not disabled
 */
export function isLastOwner(personId: string, actingOwners: readonly string[]): boolean {
  return actingOwners.length === 1 && actingOwners[0] === personId
}

const noReturn = /^\/(?:sign-in|api)(?:[/?#]|$)/
const anyBase = 'http://return.invalid'

/**
 * The path to go back to after signing in: `next` when it is a path of this site, else `fallback`.
 * Refuses other origins in each spelling that a browser accepts (`//host`, `/\host`, control characters, a scheme),
 * routes that show nothing, and the sign-in page itself.
 */
export function returnPath(next: string | null | undefined, fallback = '/admin'): string {
  if (!next || next.length > 2000 || !next.startsWith('/') || /[^!-~]|\\/.test(next)) return fallback
  if (!isUrl(next, anyBase)) return fallback
  const url = new URL(next, anyBase)
  if (url.origin !== anyBase || url.pathname.startsWith('//') || noReturn.test(url.pathname)) return fallback
  return url.pathname + url.search + url.hash
}

/** `/sign-in`, remembering where to return to. */
export function signInPath(from: string): string {
  const next = returnPath(from, '')
  return next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'
}

const browsers: readonly [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const systems: readonly [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bLinux\b/, 'Linux'],
]

/** A name for a browser that its person recognises, e.g. `Firefox on Linux`, from its User-Agent header. */
export function deviceName(userAgent: string | null): string {
  if (!userAgent) return 'Unknown browser'
  const browser = browsers.find(([pattern]) => pattern.test(userAgent))?.[1]
  const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1]
  if (browser && system) return `${browser} on ${system}`
  return browser ?? system ?? userAgent.replace(/[^\x20-\x7e]/g, '').slice(0, 60)
}
