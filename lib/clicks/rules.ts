import { isbot } from 'isbot'
import type { ClickKind, ClickTotals } from './schema'

/** A second click of one visitor on one link within this time is the same click. */
export const REPEAT_MS = 30 * 60_000
/** More links of one issue than anybody reads in so short a time were followed by a machine. */
const BURST_MS = 3_000
const BURST_LINKS = 3

/** The facts of one request; `visitor` is a hash by a salt that nobody keeps, or null where nothing tells visitors apart. */
export type ClickRequest = {
  method: string
  /** `Sec-Purpose` or `Purpose`. */
  purpose: string
  userAgent: string
  visitor: string | null
  target: string
  /** Milliseconds. */
  at: number
}

/** What one visitor followed lately, oldest first. */
export type RecentClick = { target: string; at: number; kind: ClickKind }

const MOST_KNOWN = 500
/** Names of browsers and programs judged lately, tied to nobody: the pattern is long, and most readers have one of a few. */
const judged = new Map<string, boolean>()

function isProgram(userAgent: string): boolean {
  const known = judged.get(userAgent)
  if (known !== undefined) return known
  if (judged.size >= MOST_KNOWN) judged.clear()
  const program = userAgent.trim() === '' || isbot(userAgent)
  judged.set(userAgent, program)
  return program
}

/**
 * What a request is, told from itself and from what the same visitor did just before. A burst also takes back the
 * clicks of it that were taken for a reader's: they are named in `takenBack`.
 */
export function classifyClick(
  request: ClickRequest,
  recent: readonly RecentClick[],
): { kind: ClickKind; takenBack: RecentClick[] } {
  const plain = (kind: ClickKind) => ({ kind, takenBack: [] })
  if (request.method === 'HEAD') return plain('head')
  if (/prefetch|prerender|preview/i.test(request.purpose)) return plain('prefetch')
  if (isProgram(request.userAgent)) return plain('bot')
  if (recent.some(({ at }) => request.at - at <= BURST_MS)) {
    const burst = recent.filter(({ at }) => request.at - at <= BURST_MS)
    const links = new Set([request.target, ...burst.map(({ target }) => target)])
    if (links.size >= BURST_LINKS)
      return { kind: 'burst', takenBack: burst.filter(({ kind }) => kind === 'verified') }
  }
  const again = recent.some(({ target, at }) => target === request.target && request.at - at <= REPEAT_MS)
  return plain(again ? 'repeat' : 'verified')
}

/** Sums counts by kind. `raw` is all of them. */
export function sumClicks(counts: readonly { kind: string; count: number }[]): ClickTotals {
  const sums = new Map<string, number>()
  for (const { kind, count } of counts) sums.set(kind, (sums.get(kind) ?? 0) + count)
  const verified = sums.get('verified') ?? 0
  const excluded = [...sums]
    .filter(([kind, count]) => kind !== 'verified' && count > 0)
    .map(([kind, count]) => ({ kind: kind as ClickKind, count }))
  return { raw: verified + excluded.reduce((sum, { count }) => sum + count, 0), verified, excluded }
}
