import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { placeReturned } from '@/lib/captures/commands/undo-move'
import type { Tx } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'
import { type RestoredIssue, restoreIssue } from '@/lib/issues/commands/remove-issue'
import { unskipIssue } from '@/lib/issues/commands/skip-issue'
import type { IssueState } from '@/lib/issues/schema'
import { runCommand } from '@/lib/receipts/run-command'
import { mayManageSponsors } from '@/lib/sponsors/policy'
import type { ClearedIssue } from './clear-issue'
import { moveSlot } from './move-slot'
import { restoreSlot } from './restore-slot'

type Restore = { commandId: string; id: string; removalId: string }
type Unskip = { commandId: string; id: string; clearId?: string | undefined }

/**
 * Takes the removal of an issue back, and with it what became of its links and bookings, as far as that is possible still.
 * @returns with `notice`: what had to change, and which bookings stay where they are
 * @throws AppError as `restoreIssue` does
 */
export function restoreIssueWithSlots(actor: Actor, input: Restore): Promise<RestoredIssue> {
  return runCommand(actor, { id: input.commandId, name: 'restore-issue' }, async (tx) => {
    const restored = await restoreIssue(actor, input, tx)
    await placeReturned(tx, input.removalId)
    const stay = await bringBack(tx, actor, { issueId: input.id, clearId: input.removalId })
    const told = [restored.notice ?? (stay.length > 0 ? 'The issue is back.' : null), ...stay]
    return { ...restored, notice: told.filter((part) => part !== null).join(' ') || null }
  })
}

/** The same of a skipped week; without `clearId` its bookings stay where they went. @throws AppError as `unskipIssue` does */
export function unskipIssueWithSlots(
  actor: Actor,
  input: Unskip,
): Promise<{ state: IssueState; notice: string | null }> {
  return runCommand(actor, { id: input.commandId, name: 'unskip-issue' }, async (tx) => {
    const { state } = await unskipIssue(actor, input, tx)
    const { id: issueId, clearId } = input
    const stay = clearId ? await bringBack(tx, actor, { issueId, clearId }) : []
    return { state, notice: stay.length > 0 ? ['The issue is planned again.', ...stay].join(' ') : null }
  })
}

const clearedSchema: z.ZodType<Pick<ClearedIssue, 'issueId' | 'slots'>> = z.object({
  issueId: z.uuid(),
  slots: z.array(z.object({ id: z.uuid(), to: z.uuid().nullable() })),
})

/**
 * Brings the bookings back that left an issue when it was cleared; its receipt names them.
 * @returns a sentence for each that can't
 */
async function bringBack(
  tx: Tx,
  actor: Actor,
  { issueId, clearId }: { issueId: string; clearId: string },
): Promise<string[]> {
  if (!mayManageSponsors(actor)) return []
  const receipt = await tx.commandReceipt.findFirst({ where: { id: clearId, command: 'clear-issue' } })
  const cleared = clearedSchema.safeParse(receipt?.result)
  if (!cleared.success || cleared.data.issueId !== issueId) return []
  const stay: string[] = []
  for (const { id, to } of cleared.data.slots) {
    const slot = await tx.slot.findUnique({
      where: { id },
      select: { issueId: true, sponsor: { select: { name: true } } },
    })
    if (!slot) continue
    const call = { commandId: randomUUID(), id }
    try {
      if (to === null) await restoreSlot(actor, call, tx)
      else if (slot.issueId === to) await moveSlot(actor, { ...call, issueId }, tx)
      else stay.push(`${slot.sponsor.name} was moved on meanwhile and stays there.`)
    } catch (error) {
      // These refuse before they write anything.
      if (!(error instanceof AppError)) throw error
      stay.push(`${slot.sponsor.name} does not come back with it: ${error.message}`)
    }
  }
  return stay
}
