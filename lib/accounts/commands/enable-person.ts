import { authorize } from '@/lib/accounts/authorize'
import { endAccess } from '@/lib/accounts/commands/end-access'
import { mayManagePeople } from '@/lib/accounts/policy'
import type { PersonCommand, UserActor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { notFound } from '@/lib/errors/app-error'
import { runCommand } from '@/lib/receipts/run-command'

/**
 * Lets a disabled person in again; they ask for a new link.
 * @throws AppError `forbidden`; `not_found` when nobody of that id is disabled
 */
export async function enablePerson(actor: UserActor, input: PersonCommand): Promise<{ email: string }> {
  authorize(mayManagePeople(actor))
  return runCommand(actor, { id: input.commandId, name: 'enable-person' }, async (tx) => {
    const [person] = await tx.user.updateManyAndReturn({
      where: { id: input.personId, disabledAt: { not: null } },
      data: { disabledAt: null },
      select: { email: true },
    })
    if (!person) throw notFound('person')
    // What a sign-in under way opened while the person was being disabled.
    await endAccess(tx, [input.personId])
    await recordAudit(tx, actor, { action: 'enable', subject: 'person', subjectId: input.personId })
    return person
  })
}
