import { setTimeout as pause } from 'node:timers/promises'
import { mailEditors } from '@/lib/accounts/commands/mail-editors'
import { now } from '@/lib/clock/clock'
import { db, type Tx, transaction } from '@/lib/db/db'
import type { Landing } from '@/lib/landings/schema'
import { fetchOutgoing } from '@/lib/outgoing/fetch-outgoing'
import { type Network, publicNetwork } from '@/lib/outgoing/network'
import { OutgoingError } from '@/lib/outgoing/outgoing-error'
import { isChallenge } from '@/lib/pages/guards'
import type { JobPayload } from '@/lib/queue/schema'
import { deservesSecondLook, isWorse, judgeLanding, type Look, pagesOf } from '@/lib/sponsors/landing-rules'
import { landingText } from '@/lib/sponsors/mails/landing-text'
import { readSlotFacts } from '@/lib/sponsors/queries/slot-facts'
import { isLive } from '@/lib/sponsors/rules'
import { goOnCheckingLanding } from './ask-for-landing-check'

export type LandingOptions = {
  /** For tests, which have servers of their own. */
  network?: Network
  /** Pause between a look that found nothing and the second, in ms. */
  pauseMs?: number
  /** How long one job goes on, in ms; what is left is for the next. */
  enoughMs?: number
}

const PAUSE_MS = 2000
/** Others wait for their sites in the same queue, and a server that stops waits for no job much longer. */
const ENOUGH_MS = 3000
/** Of the page, to tell a guard's riddle from an outage. */
const ENOUGH_BYTES = 64 * 1024

const copy = { select: { url: true, text: true } }

/** The addresses of what is before the reviewer and of what was approved, as written; with the issue's date. */
async function readAddresses(
  client: Tx,
  slotId: string,
): Promise<{ urls: string[]; own: string[]; date: string }> {
  const slot = await client.slot.findUnique({
    where: { id: slotId },
    select: {
      state: true,
      issue: { select: { date: true, removedAt: true } },
      submitted: copy,
      approved: copy,
    },
  })
  if (!slot || !isLive(slot.state) || slot.issue.removedAt) return { urls: [], own: [], date: '' }
  const copies = [slot.submitted, slot.approved].filter((version) => version !== null)
  const own = copies.map(({ url }) => url)
  return { urls: pagesOf(copies), own, date: slot.issue.date.toISOString().slice(0, 10) }
}

async function lookAt(address: string, network: Network): Promise<Look> {
  try {
    const { url, status, headers, body, certificateExpiresAt } = await fetchOutgoing(address, {
      network,
      maxBytes: ENOUGH_BYTES,
    })
    const challenge = isChallenge(status, headers, body.toString('utf8'))
    return { kind: 'answered', url, status, challenge, certificateExpiresAt }
  } catch (error) {
    if (!(error instanceof OutgoingError)) throw error
    return { kind: 'failed', url: error.url, reason: error.reason }
  }
}

async function judge(
  url: string,
  date: string,
  { network, pauseMs }: Required<Pick<LandingOptions, 'network' | 'pauseMs'>>,
): Promise<Landing> {
  // As browsers read it: what they mend in an address on their own is nothing that its page is to blame for.
  const address = new URL(url.trim()).href
  const look = async () => {
    const found = await lookAt(address, network)
    return { found, judgement: judgeLanding(address, found, date, now()) }
  }
  let looked = await look()
  if (deservesSecondLook(looked.judgement)) {
    await pause(pauseMs)
    looked = await look()
  }
  const { found, judgement } = looked
  const answer =
    found.kind === 'answered'
      ? { status: found.status, certificateExpiresAt: found.certificateExpiresAt }
      : { status: null, certificateExpiresAt: null }
  return { url, ...judgement, ...answer, finalUrl: found.url, checkedAt: now() }
}

/** Keeps what was found, unless the copy leads elsewhere by now; tells the editors of what got worse. */
async function keep(tx: Tx, slotId: string, landing: Landing): Promise<void> {
  // Two checks at once would both find the page worse than before, and both say so.
  await tx.$queryRaw`SELECT 1 AS "locked" FROM "Slot" WHERE "id" = ${slotId}::uuid FOR NO KEY UPDATE`
  const { urls, own } = await readAddresses(tx, slotId)
  if (!urls.includes(landing.url)) return
  const last = await tx.landingCheck.findFirst({
    where: { slotId, url: landing.url },
    orderBy: [{ checkedAt: 'desc' }, { id: 'desc' }],
    select: { outcome: true },
  })
  await tx.landingCheck.create({ data: { slotId, ...landing } })
  if (!isWorse(landing.outcome, last?.outcome ?? null)) return
  const facts = await readSlotFacts(tx, slotId)
  if (!facts) return
  const { label, ...notice } = landingText(facts, landing, own.includes(landing.url))
  const action = { label, path: `/admin/sponsors/slots/${slotId}` }
  await mailEditors(tx, { ...notice, kind: 'landing', action })
}

/**
 * Looks at the landing pages of a slot's copy, those of links in its text too, and keeps what was found; the editors are
 * mailed when a page is worse than it was the last time. No transaction is open while a site is asked. A slot that is
 * gone, over or without an address is nothing to look at. After a few seconds what is left waits for a job of its own,
 * behind what others asked for meanwhile. `since`: when the check began that this one goes on with.
 */
export async function checkLanding(
  { slotId, since }: JobPayload<'check-landing'>,
  options: LandingOptions = {},
): Promise<void> {
  const { network = publicNetwork, pauseMs = PAUSE_MS, enoughMs = ENOUGH_MS } = options
  const began = since ?? now().toISOString()
  const ends = performance.now() + enoughMs
  const { urls, date } = await readAddresses(db(), slotId)
  const left = since ? await leftOf(slotId, urls, new Date(since)) : urls
  for (const [index, url] of left.entries()) {
    if (index > 0 && performance.now() >= ends) return goOnCheckingLanding(slotId, began)
    const landing = await judge(url, date, { network, pauseMs })
    await transaction((tx) => keep(tx, slotId, landing))
  }
}

/** Those that weren't looked at since. */
async function leftOf(slotId: string, urls: readonly string[], since: Date): Promise<string[]> {
  const where = { slotId, checkedAt: { gte: since } }
  const looked = await db().landingCheck.findMany({ where, select: { url: true } })
  const done = new Set(looked.map(({ url }) => url))
  return urls.filter((url) => !done.has(url))
}
