import type { z } from 'zod'
import { authorize } from '@/lib/accounts/authorize'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { notFound } from '@/lib/errors/app-error'
import { loadDraftIn } from '@/lib/issues/load-draft'
import { canReadIssues } from '@/lib/issues/policy'
import type { commandSchema } from '@/lib/issues/schema'
import { canAskForPages } from '@/lib/pages/policy'
import { askedAddress } from '@/lib/pages/rules'
import { addressesIn } from '@/lib/preflight/addresses'
import { readPages } from '@/lib/preflight/checks'
import { isBroken } from '@/lib/preflight/find-in-links'
import type { LinkRun } from '@/lib/preflight/schema'
import { enqueue, OTHER_SITES } from '@/lib/queue/enqueue'
import type { JobPayload } from '@/lib/queue/schema'
import { runCommand } from '@/lib/receipts/run-command'

const ATTEMPTS = 3
/** Somebody may be waiting for it, as nobody does for a page that is read. */
const FIRST = -1
const HOUR = 3_600_000
/** So long before an issue goes out its links are checked once more: there is still time to mend them. */
const AHEAD_MS = 3 * HOUR

/** The addresses of an issue that are checked, each once. */
export async function addressesToCheck(tx: Tx, issueId: string): Promise<string[]> {
  const draft = await loadDraftIn(tx, issueId)
  const asked = draft ? addressesIn(draft).flatMap(({ address }) => askedAddress(address) ?? []) : []
  return [...new Set(asked)]
}

/** Notes that a check begins, and what of it is known to lead nowhere. */
export async function beginLinkCheck(
  tx: Tx,
  issueId: string,
  addresses: readonly string[],
): Promise<LinkRun> {
  const run = { askedAt: now(), total: addresses.length, done: 0, finishedAt: null }
  const pages = await readPages(tx, addresses, [])
  const row = { ...run, broken: pages.filter(isBroken).map(({ address }) => address) }
  await tx.linkCheck.upsert({ where: { issueId }, create: { issueId, ...row }, update: row })
  return { ...run, askedAt: run.askedAt.toISOString() }
}

/** Has a check begin, or go on. */
export const addCheckJob = (tx: Tx | null, job: JobPayload<'check-links'>): Promise<void> =>
  enqueue(tx, 'check-links', job, {
    key: `check-links:${job.issueId}`,
    queue: OTHER_SITES,
    priority: FIRST,
    maxAttempts: ATTEMPTS,
  })

/** Has the links of an issue checked. @throws AppError `forbidden`, `not_found` */
export async function askForLinkCheck(
  actor: Actor,
  { commandId, id }: z.infer<typeof commandSchema> & { id: string },
): Promise<LinkRun> {
  authorize(canAskForPages(actor))
  return runCommand(actor, { id: commandId, name: 'check-links' }, async (tx) => {
    const issue = await tx.issue.findFirst({ where: { id, removedAt: null }, select: { id: true } })
    if (!issue || !canReadIssues(actor)) throw notFound('issue')
    const run = await beginLinkCheck(tx, id, await addressesToCheck(tx, id))
    await addCheckJob(tx, { issueId: id })
    await recordAudit(tx, actor, { action: 'check-links', subject: 'issue', subjectId: id })
    return run
  })
}

/** Has the links of an issue checked that is scheduled: now, and once more shortly before it goes out. */
export async function checkLinksAhead(tx: Tx, issueId: string, scheduledAt: Date): Promise<void> {
  await beginLinkCheck(tx, issueId, await addressesToCheck(tx, issueId))
  await addCheckJob(tx, { issueId })
  const runAt = new Date(scheduledAt.getTime() - AHEAD_MS)
  if (runAt <= now()) return
  const options = { key: `check-links:${issueId}:ahead`, queue: OTHER_SITES, maxAttempts: ATTEMPTS, runAt }
  await enqueue(tx, 'check-links', { issueId, ahead: true }, options)
}
