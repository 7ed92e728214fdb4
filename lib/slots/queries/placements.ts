import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { notFound } from '@/lib/errors/app-error'
import type { PlacementView } from '@/lib/slots/schema'
import { mayManageSponsors } from '@/lib/sponsors/policy'
import { placementContentSchema } from '@/lib/sponsors/schema'

/** Every placement in its order, those out of sale last. @throws AppError `not_found` */
export async function listPlacements(actor: Actor): Promise<PlacementView[]> {
  if (!mayManageSponsors(actor)) throw notFound('page')
  const found = await db().placement.findMany({ orderBy: [{ position: 'asc' }, { id: 'asc' }] })
  const views = found.map(viewOf)
  return [...views.filter(({ retired }) => !retired), ...views.filter(({ retired }) => retired)]
}

/** One placement. @throws AppError `not_found` */
export async function readPlacement(actor: Actor, id: string): Promise<PlacementView> {
  const found = mayManageSponsors(actor) ? await db().placement.findUnique({ where: { id } }) : null
  if (!found) throw notFound('placement')
  return viewOf(found)
}

function viewOf(row: { id: string; version: number; retiredAt: Date | null }): PlacementView {
  const { id, version, retiredAt } = row
  return { id, version, retired: retiredAt !== null, content: placementContentSchema.strip().parse(row) }
}
