import { authorize } from '@/lib/accounts/authorize'
import { mayMakeSignInLink } from '@/lib/accounts/policy'
import { linkLifetime } from '@/lib/accounts/rules'
import { type Actor, staffRoleSchema } from '@/lib/accounts/schema'
import { makeSignInLink } from '@/lib/accounts/tokens'
import { transaction } from '@/lib/db/db'

const people = {
  curator: { roles: staffRoleSchema.options, next: undefined },
  sponsor: { roles: ['SPONSOR' as const], next: '/sponsor' },
}

/**
 * A sign-in link for the demo's curator or sponsor, to print at the start; null unless this is a demo instance where
 * that person may still sign in.
 * @throws AppError `forbidden`
 */
export async function createDemoLink(
  actor: Actor,
  who: keyof typeof people = 'curator',
): Promise<string | null> {
  const { roles, next } = people[who]
  authorize(mayMakeSignInLink(actor))
  return transaction(async (tx) => {
    const demo = await tx.publication.findFirst({ where: { isDemo: true }, select: { id: true } })
    if (!demo) return null
    const person = await tx.user.findFirst({
      where: { isDemo: true, disabledAt: null, role: { in: [...roles] } },
      orderBy: [{ role: 'asc' }, { id: 'asc' }],
      select: { id: true },
    })
    return person ? makeSignInLink(tx, person.id, linkLifetime.demo, next) : null
  })
}
