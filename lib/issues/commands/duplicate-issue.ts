import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import type { Tx } from '@/lib/db/db'
import { AppError, notFound } from '@/lib/errors/app-error'
import { loadDraftIn } from '@/lib/issues/load-draft'
import { canCreateIssue, canDuplicateIssue, canReadIssues } from '@/lib/issues/policy'
import type { DraftSection, duplicateIssueSchema, IssueDraft } from '@/lib/issues/schema'
import { upcomingDate } from '@/lib/issues/upcoming-date'
import { keysAtPlace } from '@/lib/order/rules'
import { runCommand } from '@/lib/receipts/run-command'
import { lockIssue } from './locate'
import { fillNames, type OpenedIssue } from './open-issue'

type Input = z.infer<typeof duplicateIssueSchema> & { id: string }

/**
 * Begins a new draft from an issue: its sections, and with `texts` everything written in it but for what names it. What
 * is booked in the one is not in the other. A date that is planned is opened, so that what is booked there runs in it.
 * @throws AppError `not_found`; `wrong_state` for an issue that was never opened
 */
export function duplicateIssue(actor: Actor, input: Input): Promise<OpenedIssue> {
  return runCommand(actor, { id: input.commandId, name: 'duplicate-issue' }, async (tx) => {
    const issue = await lockIssue(tx, input.id)
    if (!canReadIssues(actor) || issue.removed) throw notFound('issue')
    if (!canDuplicateIssue(actor, issue) || !canCreateIssue(actor))
      throw new AppError('wrong_state', 'Only an issue that was started can be duplicated.')
    const source = await loadDraftIn(tx, input.id)
    if (!source) throw notFound('issue')
    const date = new Date(`${input.date ?? (await upcomingDate(tx))}T00:00:00Z`)
    const id = await rowFor(tx, date)
    const opened = await fillNames(tx, actor, id, date)
    const { intro, outro, preheader, lang, dir } = source
    const texts = input.texts ? { intro, outro, preheader } : {}
    await tx.issue.update({ where: { id }, data: { lang, dir, ...texts } })
    await copySections(tx, id, source, input.texts)
    const detail = { from: input.id, texts: input.texts }
    await recordAudit(tx, actor, { action: 'duplicate-issue', subject: 'issue', subjectId: id, detail })
    return opened
  })
}

async function rowFor(tx: Tx, date: Date): Promise<string> {
  const planned = await tx.issue.findFirst({
    where: { state: 'PLANNED', removedAt: null, date },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  if (planned && (await lockIssue(tx, planned.id)).state === 'PLANNED') return planned.id
  return (await tx.issue.create({ data: { date, state: 'PLANNED' }, select: { id: true } })).id
}

async function copySections(tx: Tx, issueId: string, { sections }: IssueDraft, texts: boolean) {
  const keys = keysAtPlace([], {}, sections.length)
  for (const [index, { title, layout, items }] of sections.entries()) {
    const data = { issueId, title, layout, position: keys[index] ?? '' }
    const section = await tx.section.create({ data, select: { id: true } })
    if (texts) await copyItems(tx, section.id, items)
  }
}

async function copyItems(tx: Tx, sectionId: string, items: DraftSection['items']) {
  const keys = keysAtPlace([], {}, items.length)
  await tx.item.createMany({
    data: items.map(({ id: _id, version: _version, ...content }, index) => ({
      ...content,
      sectionId,
      position: keys[index] ?? '',
    })),
  })
}
