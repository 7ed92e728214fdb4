import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { countChanges } from '@/lib/document/rules'
import { issueDocumentSchema } from '@/lib/document/schema'
import { AppError, notFound } from '@/lib/errors/app-error'
import { type LockedIssue, lockIssue } from '@/lib/issues/commands/locate'
import { loadDraftIn } from '@/lib/issues/load-draft'
import { canReadIssues } from '@/lib/issues/policy'
import type { IssueDraft } from '@/lib/issues/schema'
import { findBlockers } from '@/lib/preflight/checks'
import { type Current, readCurrent } from '@/lib/publishing/current'
import { canPublish } from '@/lib/publishing/policy'
import { buildDocument } from '@/lib/publishing/rules'
import type { Published, PublishInput } from '@/lib/publishing/schema'
import { writeEditionOf } from '@/lib/publishing/write-edition'
import { runCommand } from '@/lib/receipts/run-command'

/**
 * Publishes an issue now: a draft or a scheduled one for the first time, a published one as a correction, which
 * mails nobody and keeps addresses and feed ids.
 * @throws AppError `findings` with what blocks; `wrong_state` where somebody was first or nothing changed
 */
export function publishIssue(actor: Actor, input: PublishInput, outer?: Tx): Promise<Published> {
  return runCommand(
    actor,
    { id: input.commandId, name: 'publish-issue' },
    async (tx) => {
      const issue = await lockIssue(tx, input.id)
      if (!canReadIssues(actor) || issue.removed) throw notFound('issue')
      if (!canPublish(actor, issue)) throw new AppError('wrong_state', whyNot(issue))
      const draft = await loadDraftIn(tx, input.id)
      if (!draft) throw notFound('issue')
      const current = await readCurrent(tx, input.id)
      refuseSecond(current, input)
      await refuseBlockers(tx, draft)
      const note = input.withoutNote ? null : input.note?.trim() || undefined
      if (issue.state === 'PUBLISHED') refuseUnchanged(current, draft, note)
      return writeEditionOf(tx, actor, draft, current, { at: now(), note })
    },
    outer,
  )
}

function whyNot(issue: LockedIssue): string {
  return issue.state === 'WITHDRAWN'
    ? 'This issue was withdrawn. Restore it to put it before readers again.'
    : 'This issue is only planned. Open it first.'
}

/** Two people pressed at once: the second one is told, and publishes nothing that they did not see. */
function refuseSecond(current: Current, { edition }: PublishInput): void {
  if (edition === undefined || current.edition + 1 === edition) return
  throw new AppError(
    'wrong_state',
    'Somebody published this issue a moment ago. Look at it before you go on.',
  )
}

export async function refuseBlockers(tx: Tx, draft: IssueDraft): Promise<void> {
  const findings = await findBlockers(tx, draft)
  if (findings.length === 0) return
  const [first] = findings
  const rest = findings.length === 1 ? '' : ` and ${findings.length - 1} more`
  throw new AppError('findings', `Not published: ${first?.message}${rest}`, { detail: { findings } })
}

function refuseUnchanged({ archived }: Current, draft: IssueDraft, note: string | null | undefined): void {
  if (!archived) return
  const before = issueDocumentSchema.parse(archived.document)
  const { edition, issue } = before
  if (note !== undefined && (note !== null || issue.correction !== null)) return
  const meta = {
    edition,
    publishedAt: issue.publishedAt,
    updatedAt: issue.updatedAt,
    correction: issue.correction,
  }
  const after = buildDocument(draft, { lang: issue.lang, dir: issue.dir }, meta)
  if (countChanges(before, after) > 0) return
  throw new AppError(
    'wrong_state',
    'Nothing has changed since the last edition, so there is nothing to publish.',
  )
}
