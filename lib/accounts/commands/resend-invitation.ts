import { randomUUID } from 'node:crypto'
import { authorize } from '@/lib/accounts/authorize'
import { mayManagePeople } from '@/lib/accounts/policy'
import type { PersonCommand, UserActor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { notFound } from '@/lib/errors/app-error'
import { enqueue } from '@/lib/queue/enqueue'
import { runCommand } from '@/lib/receipts/run-command'

/**
 * Mails a new link to somebody who was invited and has not come yet. Earlier links stay good until their time.
 * @throws AppError `forbidden`; `not_found` when nobody of that id is waiting
 */
export async function resendInvitation(actor: UserActor, input: PersonCommand): Promise<{ email: string }> {
  authorize(mayManagePeople(actor))
  return runCommand(actor, { id: input.commandId, name: 'resend-invitation' }, async (tx) => {
    const person = await tx.user.findFirst({
      where: { id: input.personId, joinedAt: null, disabledAt: null },
      select: { email: true },
    })
    if (!person) throw notFound('invitation')
    await recordAudit(tx, actor, { action: 'invite-again', subject: 'person', subjectId: input.personId })
    await enqueue(tx, 'mail-invitation', {
      mailId: randomUUID(),
      personId: input.personId,
      invitedBy: actor.name,
    })
    return person
  })
}
