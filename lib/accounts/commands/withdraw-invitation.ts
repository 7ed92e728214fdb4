import { authorize } from '@/lib/accounts/authorize'
import { mayManagePeople } from '@/lib/accounts/policy'
import type { PersonCommand, UserActor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { notFound } from '@/lib/errors/app-error'
import { runCommand } from '@/lib/receipts/run-command'

/**
 * Takes an invitation back: the address and its links are gone. Somebody who has come is disabled instead, since
 * their work names them.
 * @throws AppError `forbidden`; `not_found` when nobody of that id is waiting
 */
export async function withdrawInvitation(actor: UserActor, input: PersonCommand): Promise<{ email: string }> {
  authorize(mayManagePeople(actor))
  return runCommand(actor, { id: input.commandId, name: 'withdraw-invitation' }, async (tx) => {
    // Links before the person, the order in which signing in locks them: whoever signs in at this moment has either
    // joined by the second statement or finds no link after the first.
    await tx.signInToken.deleteMany({ where: { userId: input.personId, consumedAt: null } })
    const [withdrawn] = await tx.$queryRaw<{ email: string }[]>`
      DELETE FROM "User" WHERE "id" = ${input.personId}::uuid AND "joinedAt" IS NULL RETURNING "email"`
    if (!withdrawn) throw notFound('invitation')
    await recordAudit(tx, actor, {
      action: 'withdraw-invitation',
      subject: 'person',
      subjectId: input.personId,
      detail: { email: withdrawn.email },
    })
    return withdrawn
  })
}
