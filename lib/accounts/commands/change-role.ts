import { authorize } from '@/lib/accounts/authorize'
import { keepAnOwner } from '@/lib/accounts/commands/acting-owners'
import { mayManagePeople } from '@/lib/accounts/policy'
import { type PersonCommand, staffRoleSchema, type UserActor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { notFound } from '@/lib/errors/app-error'
import { runCommand } from '@/lib/receipts/run-command'

/**
 * Makes an editor an owner, or an owner an editor. Takes effect with that person's next request.
 * @throws AppError `forbidden`; `not_found`, also for sponsors, whose role goes with their company; `wrong_state` for
 *   the last owner
 */
export async function changeRole(
  actor: UserActor,
  input: PersonCommand & { role: 'OWNER' | 'EDITOR' },
): Promise<{ email: string }> {
  authorize(mayManagePeople(actor))
  return runCommand(actor, { id: input.commandId, name: 'change-role' }, async (tx) => {
    if (input.role !== 'OWNER') await keepAnOwner(tx, input.personId)
    const [person] = await tx.user.updateManyAndReturn({
      where: { id: input.personId, role: { in: staffRoleSchema.options } },
      data: { role: input.role },
      select: { email: true },
    })
    if (!person) throw notFound('person')
    await recordAudit(tx, actor, {
      action: 'change-role',
      subject: 'person',
      subjectId: input.personId,
      detail: { role: input.role },
    })
    return person
  })
}
