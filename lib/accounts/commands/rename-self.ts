import type { UserActor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { runCommand } from '@/lib/receipts/run-command'

/** Sets the name under which one's work appears to the others. */
export async function renameSelf(
  actor: UserActor,
  input: { commandId: string; name: string },
): Promise<{ name: string }> {
  return runCommand(actor, { id: input.commandId, name: 'rename-self' }, async (tx) => {
    await tx.user.update({ where: { id: actor.id }, data: { name: input.name }, select: { id: true } })
    await recordAudit(tx, actor, { action: 'rename', subject: 'person', subjectId: actor.id })
    return { name: input.name }
  })
}
