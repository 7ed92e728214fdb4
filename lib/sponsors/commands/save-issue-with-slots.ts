import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import type { Tx } from '@/lib/db/db'
import { lockIssue } from '@/lib/issues/commands/locate'
import { saveIssue } from '@/lib/issues/commands/save-issue'
import type { IssueContent, saveIssueSchema } from '@/lib/issues/schema'
import { runCommand } from '@/lib/receipts/run-command'
import type { Saved } from '@/lib/versions/save'
import { moveWithIssue } from './move-with-issue'

type Input = z.infer<typeof saveIssueSchema> & { id: string }

/**
 * `saveIssue`, where slots may be booked: on another date they come with their issue, their deadlines with them, and
 * their companies are told.
 * @throws AppError as `saveIssue` does
 */
export function saveIssueWithSlots(actor: Actor, input: Input, outer?: Tx): Promise<Saved<IssueContent>> {
  if (input.fields.date === undefined) return saveIssue(actor, input, outer)
  const save = async (tx: Tx) => {
    const { id } = input
    const before = (await lockIssue(tx, id)).date
    const saved = await saveIssue(actor, input, tx)
    const { date } = await tx.issue.findUniqueOrThrow({ where: { id }, select: { date: true } })
    if (date.getTime() !== before.getTime()) await moveWithIssue(tx, actor, id, { from: before, to: date })
    return saved
  }
  return runCommand(actor, { id: input.commandId, name: 'save-issue' }, save, outer)
}
