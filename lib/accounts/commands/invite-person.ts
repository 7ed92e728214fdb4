import { randomUUID } from 'node:crypto'
import { authorize } from '@/lib/accounts/authorize'
import { mayManagePeople } from '@/lib/accounts/policy'
import type { Invite, UserActor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'
import { enqueue } from '@/lib/queue/enqueue'
import { runCommand } from '@/lib/receipts/run-command'

/**
 * Lets a person in: from now on this address may sign in. A job mails the link.
 * @throws AppError `forbidden`; `taken` when the address is here already
 */
export async function invitePerson(actor: UserActor, input: Invite, tx?: Tx): Promise<{ personId: string }> {
  authorize(mayManagePeople(actor))
  const { email, name, role } = input
  return runCommand(
    actor,
    { id: input.commandId, name: 'invite-person' },
    async (inner) => {
      const [person] = await inner.user.createManyAndReturn({
        data: { email, name, role, invitedById: actor.id, createdAt: now() },
        select: { id: true },
        skipDuplicates: true,
      })
      if (!person) throw await alreadyHere(inner, email)
      await recordAudit(inner, actor, {
        action: 'invite',
        subject: 'person',
        subjectId: person.id,
        detail: { email, role },
      })
      await enqueue(inner, 'mail-invitation', {
        mailId: randomUUID(),
        personId: person.id,
        invitedBy: actor.name,
      })
      return { personId: person.id }
    },
    tx,
  )
}

async function alreadyHere(tx: Tx, email: string): Promise<AppError> {
  const { disabledAt, joinedAt } = await tx.user.findUniqueOrThrow({ where: { email } })
  const message = disabledAt
    ? `${email} is here, but disabled. Enable them in the list.`
    : joinedAt
      ? `${email} is here already.`
      : `${email} is invited already. Send the link again from the list.`
  return new AppError('taken', message, { fields: { email: message } })
}
