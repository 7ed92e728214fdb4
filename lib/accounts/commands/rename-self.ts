import type { UserActor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { transaction } from '@/lib/db/db'

/** Sets the name under which one's work appears to the others. */
export async function renameSelf(actor: UserActor, input: { name: string }): Promise<{ name: string }> {
  return transaction(async (tx) => {
    await tx.user.update({ where: { id: actor.id }, data: { name: input.name }, select: { id: true } })
    await recordAudit(tx, actor, { action: 'rename', subject: 'person', subjectId: actor.id })
    return { name: input.name }
  })
}
