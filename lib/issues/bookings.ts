import type { Tx } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'

/**
 * What a sponsor booked is never lost with its date: whoever skips or removes an issue decides about its slots first.
 * Booking locks the issue too, so none comes in between.
 * @throws AppError `wrong_state`, naming the companies
 */
export async function refuseBooked(tx: Tx, issueId: string): Promise<void> {
  const slots = await tx.slot.findMany({
    where: { issueId, state: { notIn: ['RELEASED', 'MISSED'] } },
    orderBy: { createdAt: 'asc' },
    select: { sponsor: { select: { name: true } } },
  })
  if (slots.length === 0) return
  const names = [...new Set(slots.map(({ sponsor }) => sponsor.name))].join(', ')
  throw new AppError('wrong_state', `This issue has slots booked by ${names}. Move or release them first.`)
}
