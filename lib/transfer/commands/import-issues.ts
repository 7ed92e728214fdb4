import { basename } from 'node:path'
import { authorize } from '@/lib/accounts/authorize'
import type { Actor } from '@/lib/accounts/schema'
import { linksOf } from '@/lib/archive/read-item'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import { db, type Tx, transaction } from '@/lib/db/db'
import { isDeadlock } from '@/lib/db/is-deadlock'
import { takeTurn } from '@/lib/db/take-turn'
import { env } from '@/lib/env/env'
import { AppError } from '@/lib/errors/app-error'
import { lockIssue } from '@/lib/issues/commands/locate'
import { keepLinks } from '@/lib/links/commands/keep-links'
import { tellReaders } from '@/lib/publishing/tell-readers'
import { writeEdition } from '@/lib/publishing/write-edition'
import { findFaults } from '@/lib/transfer/contents'
import { type Decision, decideIssue } from '@/lib/transfer/decide'
import type { ReadIssue } from '@/lib/transfer/files/read-issues'
import { slugOfPath } from '@/lib/transfer/old-paths'
import { type Place, type PlannedIssue, planIssues } from '@/lib/transfer/plan'
import { canImport } from '@/lib/transfer/policy'
import type { ImportReport } from '@/lib/transfer/report'
import { overwriteIssue } from '@/lib/transfer/writing/overwrite-issue'
import { writeNewIssue } from '@/lib/transfer/writing/write-issue'

export type ImportOptions = { overwrite: boolean; dryRun: boolean }

/** An archive of a thousand issues takes about a minute. */
const RUN_LIMIT_MS = 15 * 60_000

/** Where the run and a curator waited for each other, Postgres ends one; nothing of it is left. */
const ATTEMPTS = 3

const writes = ({ outcome }: Decision) => outcome === 'created' || outcome === 'overwritten'

/** What the plan needs of the publication. */
async function readPlace(tx: Tx): Promise<Place> {
  const publication = await tx.publication.findUnique({
    where: { id: 1 },
    select: {
      name: true,
      zone: true,
      sendTime: true,
      titleTemplate: true,
      slugTemplate: true,
      cadence: true,
      weekday: true,
    },
  })
  if (!publication)
    throw new AppError('wrong_state', 'There is no publication yet. Run npm start once, then import.')
  const dated = await tx.archivedIssue.findMany({
    where: { number: { not: null } },
    select: { number: true, date: true },
  })
  const known = dated.flatMap(({ number, date }) =>
    number === null ? [] : [{ number, date: date.toISOString().slice(0, 10) }],
  )
  return { ...publication, known, appUrl: env().APP_URL, now: now() }
}

async function decideAll(tx: Tx, planned: PlannedIssue[], overwrite: boolean, report: ImportReport) {
  const decisions: Decision[] = []
  for (const entry of planned) {
    report.problems.push(...findFaults(entry))
    const decided = await decideIssue(tx, entry, overwrite)
    if (!('outcome' in decided)) report.problems.push(decided)
    else {
      decisions.push(decided)
      const { outcome, differences } = decided
      report.results.push({
        issue: entry.issue,
        format: entry.format,
        slug: entry.slug,
        outcome,
        differences,
      })
    }
  }
  return decisions
}

/** The last source that an issue was made from; what it was made from before counts as another source again. */
async function remember(tx: Tx, { planned, hash }: Decision, issueId: string) {
  const { issue, format, slug } = planned
  const key = `${basename(issue.file)}#${issue.number ?? slug}`
  const data = { issueId, hash, importedAt: now() }
  const where = { source_key: { source: format, key } }
  await tx.importRecord.deleteMany({ where: { issueId } })
  await tx.importRecord.upsert({ where, create: { source: format, key, ...data }, update: data })
}

/** What is the address of an issue here, also of one withdrawn, stays it. */
async function leadOldPaths(tx: Tx, { oldPaths }: PlannedIssue, path: string) {
  const slugs = oldPaths.flatMap((fromPath) => slugOfPath(fromPath) ?? [])
  const live = await tx.archivedIssue.findMany({ where: { slug: { in: slugs } }, select: { slug: true } })
  const isLive = (fromPath: string) => live.some(({ slug }) => slug === slugOfPath(fromPath))
  const data = oldPaths.flatMap((fromPath) => (isLive(fromPath) ? [] : { fromPath, toPath: path }))
  await tx.redirect.createMany({ data, skipDuplicates: true })
}

/** A run takes minutes: what was withdrawn since it decided is not put before readers again. */
async function lockPublished(tx: Tx, issueId: string) {
  const { state, removed, title } = await lockIssue(tx, issueId)
  if (state === 'PUBLISHED' && !removed) return
  const message = `“${title}” was withdrawn or deleted while this import ran, so nothing was imported. Run it again.`
  throw new AppError('wrong_state', message)
}

async function carryOut(tx: Tx, actor: Actor, decision: Decision): Promise<void> {
  const { planned, outcome } = decision
  if (!writes(decision)) return
  if (decision.issueId) await lockPublished(tx, decision.issueId)
  const issueId = decision.issueId ?? (await writeNewIssue(tx, planned))
  if (outcome === 'overwritten') await overwriteIssue(tx, issueId, planned)
  const at = outcome === 'created' ? planned.publishedAt : now()
  const { path } = await writeEdition(tx, actor, issueId, { at, raises: false })
  await leadOldPaths(tx, planned, path)
  await remember(tx, decision, issueId)
  const detail = { file: basename(planned.issue.file), format: planned.format, outcome }
  await recordAudit(tx, actor, { action: 'import-issue', subject: 'issue', subjectId: issueId, detail })
}

/**
 * Makes the rows of links at once and on their own: made in the run's transaction, they would keep whoever publishes
 * one of the same waiting until its end. A link without a mention means nothing to anybody.
 */
async function keepTheirLinks(decisions: readonly Decision[]): Promise<void> {
  for (const { planned } of decisions) {
    const items = planned.issue.sections.flatMap((section) => section.items)
    await keepLinks(db(), items.flatMap(linksOf))
  }
}

/**
 * One run after the other; curators go on meanwhile. The publication's row, which whoever publishes takes after the
 * issue's, comes last here too.
 */
async function runImport(
  tx: Tx,
  actor: Actor,
  read: ReadIssue[],
  options: ImportOptions,
  report: ImportReport,
) {
  await takeTurn(tx, 'import')
  const planned = planIssues(read, await readPlace(tx), report.problems)
  const decisions = await decideAll(tx, planned, options.overwrite, report)
  if (options.dryRun || report.problems.length > 0) return
  await keepTheirLinks(decisions.filter(writes))
  for (const decision of decisions) await carryOut(tx, actor, decision)
  if (decisions.some(writes)) await tellReaders(tx)
}

/**
 * Imports issues as published ones, all in one transaction: where one can't be, none is, and the report's problems say
 * why. An issue that is there already stays as it is, and what differs is reported, unless `overwrite` makes a
 * correction of it. Results are added to the report, also of a dry run, which writes nothing.
 * @throws AppError `forbidden`; `wrong_state` before there is a publication
 */
export async function importIssues(
  actor: Actor,
  read: ReadIssue[],
  options: ImportOptions,
  report: ImportReport,
): Promise<void> {
  authorize(canImport(actor))
  const { results, problems } = report
  for (let attempt = 1; ; attempt += 1) {
    Object.assign(report, { results: [...results], problems: [...problems] })
    try {
      const work = (tx: Tx) => runImport(tx, actor, read, options, report)
      return await transaction(work, undefined, { maxWait: 10_000, timeout: RUN_LIMIT_MS })
    } catch (error) {
      if (attempt === ATTEMPTS || !isDeadlock(error)) throw error
    }
  }
}
