import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { notFound } from '@/lib/errors/app-error'
import { runCommand } from '@/lib/receipts/run-command'
import { mayManageSponsors } from '@/lib/sponsors/policy'
import {
  type PlacementContent,
  placementContentSchema,
  type retirePlacementSchema,
  type savePlacementSchema,
} from '@/lib/sponsors/schema'
import { mergeSave, raiseVersions } from '@/lib/versions/rules'
import { refuseConflicts, type Saved } from '@/lib/versions/save'
import { sectionOf } from './create-placement'
import { replaceParts } from './place-part'

type Input = z.output<typeof savePlacementSchema> & { placementId: string }

/**
 * Saves fields of a placement. What was submitted before keeps standing by the spec it was submitted under; what is
 * approved and still to come moves with its placement.
 * @throws AppError `conflict` with both values, `invalid`, `not_found`
 */
export async function savePlacement(
  actor: Actor,
  input: Input,
  outer?: Tx,
): Promise<Saved<PlacementContent>> {
  if (!mayManageSponsors(actor)) throw notFound('placement')
  return runCommand(
    actor,
    { id: input.commandId, name: 'save-placement' },
    async (tx) => {
      const { placementId } = input
      await tx.$queryRaw`SELECT 1 AS "locked" FROM "Placement" WHERE "id" = ${placementId}::uuid FOR UPDATE`
      const found = await tx.placement.findUnique({ where: { id: placementId } })
      if (!found) throw notFound('placement')
      const row = { version: found.version, fieldVersions: found.fieldVersions as Record<string, number> }
      const content = placementContentSchema.strip().parse(found)
      const merge = mergeSave<PlacementContent>(content, row, input.version, input.fields)
      refuseConflicts(row, merge)
      const sectionTitle = sectionOf({ ...content, ...merge.changed })
      const raised = raiseVersions(row, merge.changed)
      const data = { ...merge.changed, sectionTitle, ...raised }
      await tx.placement.update({ where: { id: placementId }, data })
      await replaceParts(tx, { placementId: { in: [placementId] } })
      const detail = { fields: Object.keys(merge.changed) }
      await recordAudit(tx, actor, {
        action: 'save-placement',
        subject: 'placement',
        subjectId: placementId,
        detail,
      })
      return { version: raised.version, unseen: merge.unseen }
    },
    outer,
  )
}

type RetireInput = z.output<typeof retirePlacementSchema> & { placementId: string }

/** Takes a placement out of sale, or brings it back; what is booked in it stays. @throws AppError `not_found` */
export async function retirePlacement(actor: Actor, input: RetireInput): Promise<{ retired: boolean }> {
  if (!mayManageSponsors(actor)) throw notFound('placement')
  return runCommand(actor, { id: input.commandId, name: 'retire-placement' }, async (tx) => {
    const { placementId: id, retired } = input
    const { count } = await tx.placement.updateMany({
      where: { id },
      data: { retiredAt: retired ? now() : null },
    })
    if (count === 0) throw notFound('placement')
    const action = retired ? 'retire-placement' : 'reinstate-placement'
    await recordAudit(tx, actor, { action, subject: 'placement', subjectId: id })
    return { retired }
  })
}
