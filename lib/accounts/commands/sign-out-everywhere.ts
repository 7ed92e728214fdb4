import { endAccess } from '@/lib/accounts/commands/end-access'
import { maySeeSessionsOf } from '@/lib/accounts/policy'
import type { PersonCommand, UserActor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { notFound } from '@/lib/errors/app-error'
import { runCommand } from '@/lib/receipts/run-command'

/**
 * Ends all sessions of a person, this one included, and takes back their unused links: of oneself, or as owner of
 * anybody.
 * @throws AppError `not_found`
 */
export async function signOutEverywhere(actor: UserActor, input: PersonCommand): Promise<{ email: string }> {
  if (!maySeeSessionsOf(actor, input.personId)) throw notFound('person')
  return runCommand(actor, { id: input.commandId, name: 'sign-out-everywhere' }, async (tx) => {
    const person = await tx.user.findUnique({ where: { id: input.personId }, select: { email: true } })
    if (!person) throw notFound('person')
    await endAccess(tx, [input.personId])
    await recordAudit(tx, actor, {
      action: 'sign-out-everywhere',
      subject: 'person',
      subjectId: input.personId,
    })
    return person
  })
}
