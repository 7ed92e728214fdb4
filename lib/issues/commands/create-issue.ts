import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import type { Tx } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'
import { canCreateIssue, canOpenIssue } from '@/lib/issues/policy'
import type { createIssueSchema } from '@/lib/issues/schema'
import { plannedUntil, upcomingDate } from '@/lib/issues/upcoming-date'
import { runCommand } from '@/lib/receipts/run-command'
import { lockIssue } from './locate'
import { fillFromTemplates } from './open-issue'

export type CreatedIssue = { id: string; number: number | null; slug: string | null; date: string }

/**
 * Makes an issue: a planned date, or a draft opened at once. Without a date it takes the next one of the cadence, and a
 * draft opens what was planned until then.
 * @throws AppError `forbidden`; `wrong_state` before there is a publication
 */
export async function createIssue(
  actor: Actor,
  input: z.infer<typeof createIssueSchema>,
  outer?: Tx,
): Promise<CreatedIssue> {
  if (!canCreateIssue(actor)) throw new AppError('forbidden', 'Only owners and editors make issues.')
  return runCommand(
    actor,
    { id: input.commandId, name: 'create-issue' },
    async (tx) => {
      const day = input.date ?? (await upcomingDate(tx))
      const planned = input.as === 'DRAFT' && !input.date ? await plannedUntil(tx, day) : null
      if (planned && canOpenIssue(actor, await lockIssue(tx, planned.id))) {
        return fillFromTemplates(tx, actor, planned.id, planned.date)
      }
      const date = new Date(`${day}T00:00:00Z`)
      const { id } = await tx.issue.create({ data: { date, state: 'PLANNED' }, select: { id: true } })
      if (input.as === 'DRAFT') return fillFromTemplates(tx, actor, id, date)
      const detail = { date: day }
      await recordAudit(tx, actor, { action: 'plan-issue', subject: 'issue', subjectId: id, detail })
      return { id, number: null, slug: null, date: day }
    },
    outer,
  )
}
