import type { z } from 'zod'
import { mayUseStudio } from '@/lib/accounts/policy'
import type { NoticeKind, saveMailChoiceSchema, UserActor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { notFound } from '@/lib/errors/app-error'
import { runCommand } from '@/lib/receipts/run-command'

/** Says which kinds of the studio's mail one doesn't want. @throws AppError `not_found` for who gets none anyway */
export async function saveMailChoice(
  actor: UserActor,
  { commandId, muted }: z.output<typeof saveMailChoiceSchema>,
): Promise<{ muted: NoticeKind[] }> {
  if (!mayUseStudio(actor)) throw notFound('page')
  return runCommand(actor, { id: commandId, name: 'save-mail-choice' }, async (tx) => {
    await tx.user.update({ where: { id: actor.id }, data: { mutedMails: muted }, select: { id: true } })
    const detail = { muted }
    await recordAudit(tx, actor, {
      action: 'save-mail-choice',
      subject: 'person',
      subjectId: actor.id,
      detail,
    })
    return { muted }
  })
}
