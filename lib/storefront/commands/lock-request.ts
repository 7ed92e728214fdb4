import type { Actor } from '@/lib/accounts/schema'
import type { Tx } from '@/lib/db/db'
import { AppError, notFound } from '@/lib/errors/app-error'
import { type LockedSlot, lockSlot } from '@/lib/sponsors/commands/locate-slot'
import { mayManageSponsors } from '@/lib/sponsors/policy'
import { requestStateInWords } from '@/lib/storefront/rules'
import type { RequestState } from '@/lib/storefront/schema'

export type LockedRequest = {
  id: string
  state: RequestState
  contactName: string
  email: string
  heldUntil: Date | null
  slot: LockedSlot
}

/**
 * A request with its issue and slot, locked until the transaction ends, in the order in which bookings lock them.
 * @throws AppError `not_found`
 */
export async function lockRequest(tx: Tx, actor: Actor, id: string): Promise<LockedRequest> {
  if (!mayManageSponsors(actor)) throw notFound('request')
  const found = await tx.slotRequest.findUnique({ where: { id }, select: { slotId: true } })
  if (!found?.slotId) throw notFound('request')
  const slot = await lockSlot(tx, actor, found.slotId)
  const [request] = await tx.$queryRaw<Omit<LockedRequest, 'slot'>[]>`
    SELECT request."id", request."state"::text, request."contactName", request."email", slot."heldUntil"
    FROM "SlotRequest" request JOIN "Slot" slot ON slot."id" = request."slotId"
    WHERE request."id" = ${id}::uuid FOR UPDATE OF request`
  if (!request) throw notFound('request')
  return { ...request, slot }
}

/** The same, while it waits for an answer and its place is kept. @throws AppError `wrong_state`, `not_found` */
export async function lockOpenRequest(tx: Tx, actor: Actor, id: string): Promise<LockedRequest> {
  const request = await lockRequest(tx, actor, id)
  if (request.state !== 'OPEN') {
    const message = `This request ${requestStateInWords(request.state)} meanwhile. Reload the page.`
    throw new AppError('wrong_state', message)
  }
  if (request.slot.state !== 'HELD')
    throw new AppError('wrong_state', 'The place of this request is not on hold any more. Reload the page.')
  return request
}
