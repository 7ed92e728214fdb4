import { endAccess } from '@/lib/accounts/commands/end-access'
import { maySeeSessionsOf } from '@/lib/accounts/policy'
import type { UserActor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { transaction } from '@/lib/db/db'
import { notFound } from '@/lib/errors/app-error'

/**
 * Ends all sessions of a person, this one included, and takes back their unused links: of oneself, or as owner of
 * anybody.
 * @throws AppError `not_found`
 */
export async function signOutEverywhere(
  actor: UserActor,
  input: { personId: string },
): Promise<{ email: string }> {
  if (!maySeeSessionsOf(actor, input.personId)) throw notFound('person')
  return transaction(async (tx) => {
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
