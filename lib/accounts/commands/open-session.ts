import type { UserActor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'

/**
 * Makes the session of a person who has just proved who they are; the first one makes an invited person joined.
 * @param by how they proved it, e.g. `link`, `github`
 * @returns the session's id, for the cookie
 */
export async function openSession(tx: Tx, userId: string, device: string, by: string): Promise<string> {
  const at = now()
  await tx.user.updateMany({ where: { id: userId, joinedAt: null }, data: { joinedAt: at } })
  const session = await tx.session.create({
    data: { userId, createdAt: at, seenAt: at, device: device.slice(0, 100) },
    select: { id: true, user: { select: { name: true, email: true, role: true } } },
  })
  const { name, email, role } = session.user
  const actor: UserActor = { kind: 'user', id: userId, name: name || email, role }
  await recordAudit(tx, actor, {
    action: 'sign-in',
    subject: 'session',
    subjectId: session.id,
    detail: { by, device },
  })
  return session.id
}
