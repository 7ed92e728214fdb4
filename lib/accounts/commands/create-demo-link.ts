import { authorize } from '@/lib/accounts/authorize'
import { mayMakeSignInLink } from '@/lib/accounts/policy'
import { linkLifetime } from '@/lib/accounts/rules'
import { type Actor, staffRoleSchema } from '@/lib/accounts/schema'
import { makeSignInLink } from '@/lib/accounts/tokens'
import { transaction } from '@/lib/db/db'

/**
 * A sign-in link for the demo's curator, to print at the start; null unless this is a demo instance whose curator
 * may still sign in.
 * @throws AppError `forbidden`
 */
export async function createDemoLink(actor: Actor): Promise<string | null> {
  authorize(mayMakeSignInLink(actor))
  return transaction(async (tx) => {
    const demo = await tx.publication.findFirst({ where: { isDemo: true }, select: { id: true } })
    if (!demo) return null
    const curator = await tx.user.findFirst({
      where: { isDemo: true, disabledAt: null, role: { in: staffRoleSchema.options } },
      orderBy: [{ role: 'asc' }, { id: 'asc' }],
      select: { id: true },
    })
    return curator ? makeSignInLink(tx, curator.id, linkLifetime.demo) : null
  })
}
