import { authorize } from '@/lib/accounts/authorize'
import { keepAnOwner } from '@/lib/accounts/commands/acting-owners'
import { endAccess } from '@/lib/accounts/commands/end-access'
import { mayManagePeople } from '@/lib/accounts/policy'
import type { PersonCommand, UserActor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import { notFound } from '@/lib/errors/app-error'
import { runCommand } from '@/lib/receipts/run-command'

/**
 * Shuts a person out at once: sessions end, links stop working. What they did keeps their name.
 * @throws AppError `forbidden`; `not_found`; `wrong_state` for the last owner
 */
export async function disablePerson(actor: UserActor, input: PersonCommand): Promise<{ email: string }> {
  authorize(mayManagePeople(actor))
  return runCommand(actor, { id: input.commandId, name: 'disable-person' }, async (tx) => {
    await keepAnOwner(tx, input.personId)
    await endAccess(tx, [input.personId])
    const [person] = await tx.user.updateManyAndReturn({
      where: { id: input.personId, disabledAt: null },
      data: { disabledAt: now() },
      select: { email: true },
    })
    if (!person) throw notFound('person')
    await recordAudit(tx, actor, { action: 'disable', subject: 'person', subjectId: input.personId })
    return person
  })
}
