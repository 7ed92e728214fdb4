import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import type { Tx } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'
import type { IssueContent, IssueFields, saveIssueSchema } from '@/lib/issues/schema'
import { runCommand } from '@/lib/receipts/run-command'
import { mergeSave, raiseVersions } from '@/lib/versions/rules'
import { refuseConflicts, type Saved } from '@/lib/versions/save'
import { lockOpenIssue } from './locate'
import { isNumberTaken, isSlugTaken, lockNames } from './numbering'

/**
 * Saves the envelope and the texts of an issue.
 * @throws AppError `conflict` with both texts; `taken` where another issue has the number or the slug
 */
export function saveIssue(
  actor: Actor,
  input: z.infer<typeof saveIssueSchema> & { id: string },
  outer?: Tx,
): Promise<Saved<IssueContent>> {
  const call = { id: input.commandId, name: 'save-issue' }
  const save = async (tx: Tx) => {
    const row = await lockOpenIssue(tx, actor, input.id)
    const merge = mergeSave(await readContent(tx, input.id), row, input.version, input.fields)
    refuseConflicts(row, merge)
    await refuseTaken(tx, input.id, merge.changed)
    const next = raiseVersions(row, merge.changed)
    if (next.version !== row.version) {
      const { date, ...rest } = merge.changed
      const data = { ...rest, ...(date ? { date: new Date(`${date}T00:00:00Z`) } : {}) }
      const { version, fieldVersions } = next
      await tx.issue.update({ where: { id: input.id }, data: { ...data, version, fieldVersions } })
      const detail = { fields: Object.keys(merge.changed), version }
      await recordAudit(tx, actor, { action: 'save-issue', subject: 'issue', subjectId: input.id, detail })
    }
    return { version: next.version, unseen: merge.unseen }
  }
  return runCommand(actor, call, save, outer)
}

async function readContent(tx: Tx, id: string): Promise<IssueContent> {
  const row = await tx.issue.findUniqueOrThrow({ where: { id }, select })
  const dir = row.dir === 'rtl' || row.dir === 'ltr' ? row.dir : null
  return {
    ...row,
    number: row.number ?? 0,
    slug: row.slug ?? '',
    date: row.date.toISOString().slice(0, 10),
    dir,
  }
}

async function refuseTaken(tx: Tx, id: string, { slug, number }: IssueFields): Promise<void> {
  if (slug === undefined && number === undefined) return
  await lockNames(tx)
  const fields: Record<string, string> = {}
  if (slug !== undefined && (await isSlugTaken(tx, slug, id))) {
    fields.slug = `Another issue has the address “${slug}”. Choose another.`
  }
  if (number !== undefined && (await isNumberTaken(tx, number, id))) {
    fields.number = `Another issue has number ${number}. Choose another.`
  }
  const [message] = Object.values(fields)
  if (message) throw new AppError('taken', message, { fields })
}

const select = {
  title: true,
  subject: true,
  preheader: true,
  slug: true,
  number: true,
  intro: true,
  outro: true,
  date: true,
  lang: true,
  dir: true,
} as const
