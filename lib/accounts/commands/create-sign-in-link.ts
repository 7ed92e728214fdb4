import { authorize } from '@/lib/accounts/authorize'
import { mayMakeSignInLink } from '@/lib/accounts/policy'
import { linkLifetime } from '@/lib/accounts/rules'
import type { Actor } from '@/lib/accounts/schema'
import { makeSignInLink } from '@/lib/accounts/tokens'
import { recordAudit } from '@/lib/audit/audit'
import { transaction } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'

/**
 * A sign-in link for the operator at the shell, without mail. Makes nobody: the address must be here.
 * @throws AppError `forbidden`; `not_found` or `wrong_state`, saying what to do
 */
export async function createSignInLink(actor: Actor, email: string): Promise<string> {
  authorize(mayMakeSignInLink(actor))
  return transaction(async (tx) => {
    const person = await tx.user.findUnique({
      where: { email: email.trim().toLowerCase() },
      select: { id: true, disabledAt: true },
    })
    if (!person) {
      const way = 'An owner invites people at /admin/people; OWNER_EMAIL names the first owner.'
      throw new AppError('not_found', `Nobody here has the address ${email}. ${way}`)
    }
    if (person.disabledAt) {
      throw new AppError('wrong_state', `${email} is disabled. An owner enables people at /admin/people.`)
    }
    await recordAudit(tx, actor, { action: 'make-sign-in-link', subject: 'person', subjectId: person.id })
    return makeSignInLink(tx, person.id, linkLifetime.signIn)
  })
}
