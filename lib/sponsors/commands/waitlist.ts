import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import { AppError, notFound } from '@/lib/errors/app-error'
import { runCommand } from '@/lib/receipts/run-command'
import { mayManageSponsors } from '@/lib/sponsors/policy'
import type { joinWaitlistSchema, SlotState } from '@/lib/sponsors/schema'
import { issueFor } from './book-slot'

/**
 * Lets a company wait for a placement in an issue where all of it is taken. When a place of it is free again the curator
 * sees who waits, and nobody is offered it before.
 * @throws AppError `wrong_state` where waitlists are off, or the issue is out; `invalid` where a place is free; `taken`
 *   where the company waits already; `not_found`
 */
export async function joinWaitlist(
  actor: Actor,
  input: z.output<typeof joinWaitlistSchema>,
): Promise<{ id: string }> {
  if (!mayManageSponsors(actor)) throw notFound('page')
  return runCommand(actor, { id: input.commandId, name: 'join-waitlist' }, async (tx) => {
    const { issueId, placementId, sponsorId } = input
    const publication = await tx.publication.findUnique({ where: { id: 1 }, select: { keepsWaitlist: true } })
    if (!publication?.keepsWaitlist)
      throw new AppError('wrong_state', 'Waitlists are off. Switch them on in Settings first.')
    await issueFor(tx, actor, { issueId })
    const placement = await tx.placement.findFirst({ where: { id: placementId, retiredAt: null } })
    if (!placement) throw notFound('placement')
    const company = await tx.sponsor.findFirst({ where: { id: sponsorId, removedAt: null, isHouse: false } })
    if (!company) throw notFound('sponsor')
    const over: SlotState[] = ['RELEASED', 'MISSED']
    const live = { issueId, placementId, state: { notIn: over } }
    if ((await tx.slot.count({ where: live })) < placement.perIssue)
      throw new AppError('invalid', 'A place is free there. Book it.')
    if ((await tx.slotWait.count({ where: { issueId, placementId, sponsorId, endedAt: null } })) > 0)
      throw new AppError('taken', `${company.name} waits for it already.`)
    const made = await tx.slotWait.create({
      data: { issueId, placementId, sponsorId, createdAt: now() },
      select: { id: true },
    })
    const detail = { issueId, placementId }
    const about = { subject: 'sponsor', subjectId: sponsorId, detail }
    await recordAudit(tx, actor, { action: 'join-waitlist', ...about })
    return made
  })
}

/** Takes a company off a waitlist. @throws AppError `not_found` */
export async function leaveWaitlist(
  actor: Actor,
  input: { commandId: string; waitId: string },
): Promise<{ left: true }> {
  if (!mayManageSponsors(actor)) throw notFound('waitlist')
  return runCommand(actor, { id: input.commandId, name: 'leave-waitlist' }, async (tx) => {
    const [wait] = await tx.slotWait.updateManyAndReturn({
      where: { id: input.waitId, endedAt: null },
      data: { endedAt: now() },
      select: { sponsorId: true },
    })
    if (!wait) throw notFound('waitlist')
    const { sponsorId: subjectId } = wait
    await recordAudit(tx, actor, { action: 'leave-waitlist', subject: 'sponsor', subjectId })
    return { left: true as const }
  })
}
