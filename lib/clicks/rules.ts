import { isbot } from 'isbot'
import type { ClickKind, ClickTotals } from './schema'

/** A second click of one visitor on one link within this time is the same click. */
export const REPEAT_MS = 30 * 60_000
/** More links of one issue than anybody reads in so short a time were followed by a machine. */
const BURST_MS = 3_000
const BURST_LINKS = 3
/** Clicks of one visitor; more at a time are a program's, which the last ones show too. */
const REMEMBERED = 20

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

/** What is said of a request: what it was, and which earlier clicks are no reader's after all. */
export type Verdict = { kind: ClickKind; takenBack: readonly RecentClick[] }

const plain = (kind: ClickKind): Verdict => ({ kind, takenBack: [] })
/** Made once: hundreds of thousands of these would be thrown away within seconds. */
const verdicts = {
  head: plain('head'),
  prefetch: plain('prefetch'),
  bot: plain('bot'),
  repeat: plain('repeat'),
  verified: plain('verified'),
}

/**
 * What a request is, told from itself and from what the same visitor did just before. A burst also takes back the
 * clicks of it that were taken for a reader's: they are named in `takenBack`.
 */
export function classifyClick(request: ClickRequest, recent: readonly RecentClick[]): Verdict {
  if (request.method === 'HEAD') return verdicts.head
  if (request.purpose !== '' && /prefetch|prerender|preview/i.test(request.purpose)) return verdicts.prefetch
  if (isProgram(request.userAgent)) return verdicts.bot
  if (isInBurst(request, recent)) {
    const burst = recent.filter(({ at }) => request.at - at <= BURST_MS)
    return { kind: 'burst', takenBack: burst.filter(({ kind }) => kind === 'verified') }
  }
  for (const { target, at } of recent)
    if (target === request.target && request.at - at <= REPEAT_MS) return verdicts.repeat
  return verdicts.verified
}

function isInBurst({ target: asked, at: now }: ClickRequest, recent: readonly RecentClick[]): boolean {
  if (recent.length < BURST_LINKS - 1) return false
  const links = new Set([asked])
  for (const { target, at } of recent) if (now - at <= BURST_MS) links.add(target)
  return links.size >= BURST_LINKS
}

/**
 * Makes a list of a visitor's clicks what is worth remembering once `click` is among it. An earlier click on the same
 * link tells nothing more, unless it was counted and may still be taken back; one that is older than a repeat can be
 * tells nothing at all. In place: the list outlives most of what the process makes, and a new one each time is the
 * collector's dearest work.
 */
export function rememberClick(recent: RecentClick[], click: RecentClick): RecentClick[] {
  let kept = 0
  for (const earlier of recent) {
    const age = click.at - earlier.at
    const tells =
      earlier.target === click.target ? earlier.kind === 'verified' && age <= BURST_MS : age <= REPEAT_MS
    if (tells) recent[kept++] = earlier
  }
  recent.length = kept
  recent.push(click)
  if (recent.length > REMEMBERED) recent.splice(0, recent.length - REMEMBERED)
  return recent
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
