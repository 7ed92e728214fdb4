import { setTimeout as pause } from 'node:timers/promises'
import pLimit from 'p-limit'
import { now } from '@/lib/clock/clock'
import { db, type Tx, transaction } from '@/lib/db/db'
import { hashAddress } from '@/lib/links/hash-address'
import { keepLook } from '@/lib/pages/commands/look-at-page'
import { checkAt, type LookOptions } from '@/lib/pages/look'
import type { JobPayload } from '@/lib/queue/schema'
import { addCheckJob, addressesToCheck, beginLinkCheck } from './ask-for-link-check'
import { tellOfBroken } from './tell-of-broken'

/** Sites asked at the same time; of one site, one page after the other, with a pause between. */
const AT_ONCE = 4
const BETWEEN_MS = 500
const MINUTE = 60_000
/** After so long what is left is for the next job: a server that stops waits for none longer (server/shutdown.ts). */
const ENOUGH_MS = 3000
/** What was looked at and found good so long before a check was asked for needn't be looked at again. */
const STILL_GOOD_MS = 15 * MINUTE

/**
 * Checks the links of an issue and keeps what was found of each at once, so that a check that was cut off goes on where
 * it was. `ahead`: only if the issue is still to go out, and then its editors are told of what broke since. One site that is slow, or an address that can’t be asked, keeps
 * none of the others waiting for long.
 */
export async function checkLinks(
  { issueId, ahead = false }: JobPayload<'check-links'>,
  options: LookOptions = {},
): Promise<void> {
  const addresses = await addressesToCheck(db(), issueId)
  const askedAt = await beganAt(issueId, addresses, ahead)
  if (!askedAt) return
  const left = await leftOf(addresses, askedAt)
  await noteProgress(issueId, { total: addresses.length, done: addresses.length - left.length })
  const limit = pLimit(AT_ONCE)
  const ends = performance.now() + ENOUGH_MS
  const checkSite = async (site: readonly string[]) => {
    for (const [index, address] of site.entries()) {
      if (performance.now() > ends) return
      if (index > 0) await pause(options.pauseMs ?? BETWEEN_MS)
      const looked = await checkAt(address, options)
      await transaction((tx) => keepLook(tx, address, looked))
      await noteProgress(issueId, { done: { increment: 1 } })
    }
  }
  await Promise.all(bySite(left).map((site) => limit(() => checkSite(site))))
  if ((await leftOf(addresses, askedAt)).length > 0) return addCheckJob(null, { issueId, ahead })
  await transaction(async (tx) => {
    await noteProgress(issueId, { done: addresses.length, finishedAt: now() }, tx)
    if (ahead) await tellOfBroken(tx, issueId)
  })
}

/** When the check was asked for; null where there is nothing to check any more. */
async function beganAt(issueId: string, addresses: readonly string[], ahead: boolean): Promise<Date | null> {
  const issue = await db().issue.findFirst({
    where: { id: issueId, removedAt: null },
    select: { state: true, linkCheck: { select: { askedAt: true, finishedAt: true } } },
  })
  if (!issue || (ahead && issue.state !== 'SCHEDULED')) return null
  const known = issue.linkCheck
  if (known && (known.finishedAt === null || !ahead)) return known.askedAt
  const run = await transaction((tx) => beginLinkCheck(tx, issueId, addresses))
  return new Date(run.askedAt)
}

async function leftOf(addresses: readonly string[], askedAt: Date): Promise<string[]> {
  const rows = await db().linkPage.findMany({
    where: { hash: { in: addresses.map(hashAddress) } },
    select: { address: true, lookedAt: true, outcome: true },
  })
  const good = rows.filter(({ lookedAt, outcome }) => {
    const isGood = outcome === 'OK' || outcome === 'MOVED'
    return lookedAt.getTime() >= askedAt.getTime() - (isGood ? STILL_GOOD_MS : 0)
  })
  const done = new Set(good.map(({ address }) => address))
  return addresses.filter((address) => !done.has(address))
}

function bySite(addresses: readonly string[]): string[][] {
  const sites = new Map<string, string[]>()
  for (const address of addresses) {
    const { host } = new URL(address)
    sites.set(host, [...(sites.get(host) ?? []), address])
  }
  return [...sites.values()]
}

type Progress = { total?: number; done?: number | { increment: number }; finishedAt?: Date }
const noteProgress = (issueId: string, data: Progress, tx: Tx = db()) =>
  tx.linkCheck.updateMany({ where: { issueId }, data })
