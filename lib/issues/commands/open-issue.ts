import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import type { Tx } from '@/lib/db/db'
import { AppError, notFound } from '@/lib/errors/app-error'
import { canOpenIssue } from '@/lib/issues/policy'
import type { commandSchema } from '@/lib/issues/schema'
import { keysAtPlace } from '@/lib/order/rules'
import { fillTemplate, slugFromTemplate } from '@/lib/publication/rules'
import { sectionTemplateSchema } from '@/lib/publication/schema'
import { runCommand } from '@/lib/receipts/run-command'
import { lockIssue } from './locate'
import { freeSlug, lockNames, nextNumber } from './numbering'

export type OpenedIssue = { id: string; number: number; slug: string; date: string }

/** Opens a planned issue: it takes the next number and the settings' title, slug, subject and sections. */
export function openIssue(
  actor: Actor,
  input: z.infer<typeof commandSchema> & { id: string },
): Promise<OpenedIssue> {
  return runCommand(actor, { id: input.commandId, name: 'open-issue' }, async (tx) => {
    const issue = await lockIssue(tx, input.id)
    if (!canOpenIssue(actor, issue) || issue.removed) throw notFound('planned issue')
    return fillFromTemplates(tx, actor, issue.id, issue.date)
  })
}

/** Makes a draft of an issue row: number, texts and sections from the settings. */
export async function fillFromTemplates(tx: Tx, actor: Actor, id: string, date: Date): Promise<OpenedIssue> {
  const publication = await lockPublication(tx)
  const opened = await nameFromTemplates(tx, actor, { id, date }, publication)
  const all = sectionTemplateSchema.array().parse(publication.sectionTemplates)
  const templates = all.filter(({ starts }) => starts).map(({ title, layout }) => ({ title, layout }))
  const keys = keysAtPlace([], {}, templates.length)
  const sections = templates.map((template, index) => ({
    ...template,
    issueId: id,
    position: keys[index] ?? '',
  }))
  await tx.section.createMany({ data: sections })
  return opened
}

/** The same without sections: for an issue that gets those of another one. */
export async function fillNames(tx: Tx, actor: Actor, id: string, date: Date): Promise<OpenedIssue> {
  return nameFromTemplates(tx, actor, { id, date }, await lockPublication(tx))
}

async function nameFromTemplates(
  tx: Tx,
  actor: Actor,
  { id, date }: { id: string; date: Date },
  publication: Awaited<ReturnType<typeof lockPublication>>,
): Promise<OpenedIssue> {
  const number = await nextNumber(tx)
  const day = date.toISOString().slice(0, 10)
  const values = { publication: publication.name, number, date: day }
  const title = fillTemplate(publication.titleTemplate, values)
  const slug = await freeSlug(tx, slugFromTemplate(publication.slugTemplate, { ...values, title }))
  const subject = fillTemplate(publication.subjectTemplate, { ...values, title })
  await tx.issue.update({ where: { id }, data: { state: 'DRAFT', number, slug, title, subject } })
  const detail = { number, slug }
  await recordAudit(tx, actor, { action: 'open-issue', subject: 'issue', subjectId: id, detail })
  return { id, number, slug, date: day }
}

async function lockPublication(tx: Tx) {
  await lockNames(tx)
  const publication = await tx.publication.findUnique({
    where: { id: 1 },
    select: {
      name: true,
      titleTemplate: true,
      slugTemplate: true,
      subjectTemplate: true,
      sectionTemplates: true,
    },
  })
  if (!publication)
    throw new AppError('wrong_state', 'There is no publication yet. Fill in the settings first.')
  return publication
}
