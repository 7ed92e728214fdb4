import type { Prisma } from '@/generated/prisma/client'
import { authorize } from '@/lib/accounts/authorize'
import type { Actor, UserActor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { canCapture } from '@/lib/captures/policy'
import type { NewCapture } from '@/lib/captures/schema'
import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { askForPages } from '@/lib/pages/commands/ask-for-page'
import { runCommand } from '@/lib/receipts/run-command'

/**
 * Brings captures into the inbox, the first of a list on top, and has their pages read.
 * @returns their ids, in the order given
 * @throws AppError `forbidden`
 */
export async function addCaptures(
  actor: Actor,
  input: { commandId: string; captures: readonly NewCapture[] },
  outer?: Tx,
): Promise<{ ids: string[] }> {
  authorize(canCapture(actor))
  return runCommand(
    actor,
    { id: input.commandId, name: 'add-captures' },
    async (tx) => {
      const ids = await insert(tx, actor, input.captures)
      await askForPages(
        tx,
        input.captures.map(({ url }) => url),
      )
      const detail = { captures: ids, source: input.captures[0]?.source ?? '' }
      const [first] = ids
      if (first)
        await recordAudit(tx, actor, { action: 'capture', subject: 'capture', subjectId: first, detail })
      return { ids }
    },
    outer,
  )
}

async function insert(tx: Tx, actor: Actor, captures: readonly NewCapture[]): Promise<string[]> {
  const at = now().getTime()
  const capturedById = actor.kind === 'user' ? (actor satisfies UserActor).id : null
  const data: Prisma.CaptureCreateManyInput[] = captures.map((capture, index) => {
    // A millisecond apart, so that a list stands in the order in which it was written.
    const came = new Date(at - index)
    return { ...capture, capturedById, capturedAt: came, surfacesAt: came, movedAt: came }
  })
  const made = await tx.capture.createManyAndReturn({ data, select: { id: true } })
  return made.map(({ id }) => id)
}
