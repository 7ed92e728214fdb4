import { randomUUID } from 'node:crypto'
import { authorize } from '@/lib/accounts/authorize'
import { mayAdmitSponsors } from '@/lib/accounts/policy'
import type { Actor, Role } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'
import { enqueue } from '@/lib/queue/enqueue'

/** `userId` is null where this address can't sign in as a sponsor; `message` says what came of it. */
export type Admission = { userId: string | null; message: string }

type Known = { id: string; role: Role; disabledAt: Date | null }

const staff: Partial<Record<Role, string>> = { OWNER: 'an owner', EDITOR: 'an editor' }

/**
 * Lets a sponsor's contact sign in: finds or makes the person of that address, whose row is locked until the caller's
 * transaction ends. A new one is mailed an invitation; nobody's role is ever changed.
 * @throws AppError `forbidden`; `conflict` where an invitation was withdrawn at the same moment
 */
export async function admitSponsor(
  tx: Tx,
  actor: Actor,
  { email, name }: { email: string; name: string },
): Promise<Admission> {
  authorize(mayAdmitSponsors(actor))
  const invitedById = actor.kind === 'user' ? actor.id : null
  const [made] = await tx.user.createManyAndReturn({
    data: { email, name, role: 'SPONSOR', invitedById, createdAt: now() },
    select: { id: true },
    skipDuplicates: true,
  })
  if (!made) return admitKnown(tx, email)
  const { id: subjectId } = made
  const detail = { email, role: 'SPONSOR' }
  await recordAudit(tx, actor, { action: 'invite', subject: 'person', subjectId, detail })
  await enqueue(tx, 'mail-invitation', { mailId: randomUUID(), personId: subjectId, invitedBy: actor.name })
  return { userId: subjectId, message: `${email} is invited to sign in.` }
}

async function admitKnown(tx: Tx, email: string): Promise<Admission> {
  const [person] = await tx.$queryRaw<Known[]>`
    SELECT "id", "role"::text, "disabledAt" FROM "User" WHERE "email" = ${email} FOR UPDATE`
  // Withdrawn in this very moment: the caller's next try makes them anew.
  if (!person) throw new AppError('conflict', `${email} was taken off the list a moment ago. Try again.`)
  const why = staff[person.role] ?? (person.disabledAt ? 'disabled' : null)
  if (why) {
    return { userId: null, message: `${email} is ${why} here, so can’t sign in as a sponsor; a link works.` }
  }
  return { userId: person.id, message: `${email} may sign in.` }
}
