import { authorize } from '@/lib/accounts/authorize'
import { endAccess } from '@/lib/accounts/commands/end-access'
import { mayMakeSignInLink } from '@/lib/accounts/policy'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import { type Tx, transaction } from '@/lib/db/db'

/**
 * Gives the instance the owner that OWNER_EMAIL names, and shuts the demo's people out. Called at each start; once a
 * real owner has joined it changes nobody's role, so that handing the publication over outlives a restart.
 * @returns whether the owner was made or promoted by this call
 */
export async function ensureOwner(actor: Actor, email: string): Promise<{ made: boolean }> {
  authorize(mayMakeSignInLink(actor))
  return transaction(async (tx) => {
    await disableDemoPeople(tx, actor)
    const owner = await tx.user.findFirst({
      where: {
        role: 'OWNER',
        disabledAt: null,
        isDemo: false,
        OR: [{ joinedAt: { not: null } }, { email: email.toLowerCase() }],
      },
      select: { id: true },
    })
    if (owner) return { made: false }
    const made = await tx.user.upsert({
      where: { email: email.toLowerCase() },
      create: { email: email.toLowerCase(), role: 'OWNER', createdAt: now() },
      update: { role: 'OWNER', disabledAt: null, isDemo: false },
      select: { id: true },
    })
    await recordAudit(tx, actor, { action: 'make-owner', subject: 'person', subjectId: made.id })
    return { made: true }
  })
}

async function disableDemoPeople(tx: Tx, actor: Actor): Promise<void> {
  const disabled = await tx.user.updateManyAndReturn({
    where: { isDemo: true, disabledAt: null },
    data: { disabledAt: now() },
    select: { id: true },
  })
  if (disabled.length === 0) return
  await endAccess(
    tx,
    disabled.map(({ id }) => id),
  )
  for (const { id } of disabled) {
    await recordAudit(tx, actor, {
      action: 'disable',
      subject: 'person',
      subjectId: id,
      detail: { demo: true },
    })
  }
}
