import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { notFound } from '@/lib/errors/app-error'
import { runCommand } from '@/lib/receipts/run-command'
import { mayManageSponsors } from '@/lib/sponsors/policy'
import { movedBy } from '@/lib/sponsors/rules'
import type { MovePlacement } from '@/lib/sponsors/schema'
import { replaceParts } from './place-part'

type Input = MovePlacement & { placementId: string }
type Ordered = { id: string; position: number; retired: boolean }

/**
 * Moves a placement one up or down among those on sale, or among those that are not; what is approved and still to come
 * stands in the new order. At the end it stays. @throws AppError `not_found`
 */
export async function movePlacement(actor: Actor, input: Input): Promise<{ position: number }> {
  if (!mayManageSponsors(actor)) throw notFound('placement')
  return runCommand(actor, { id: input.commandId, name: 'move-placement' }, async (tx) => {
    const { placementId, direction } = input
    // All of them, in the order of their ids, so that two who move never give one position twice.
    const rows = await tx.$queryRaw<Ordered[]>`
      SELECT "id", "position", "retiredAt" IS NOT NULL AS "retired" FROM "Placement" ORDER BY "id" FOR UPDATE`
    const found = rows.find(({ id }) => id === placementId)
    if (!found) throw notFound('placement')
    const inOrder = rows.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
    const sold = inOrder.filter(({ retired }) => !retired)
    const retired = inOrder.filter((row) => row.retired)
    const move = (list: Ordered[]) => movedBy(list, found, direction === 'up' ? -1 : 1)
    const order = found.retired ? [...sold, ...move(retired)] : [...move(sold), ...retired]
    const changed = order.flatMap((row, position) =>
      row.position === position ? [] : [{ ...row, position }],
    )
    for (const { id, position } of changed) await tx.placement.update({ where: { id }, data: { position } })
    await replaceParts(tx, { placementId: { in: changed.map(({ id }) => id) } })
    const detail = { direction }
    await recordAudit(tx, actor, {
      action: 'move-placement',
      subject: 'placement',
      subjectId: placementId,
      detail,
    })
    return { position: order.indexOf(found) }
  })
}
