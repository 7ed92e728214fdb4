import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { notFound } from '@/lib/errors/app-error'
import { mayManageSponsors } from '@/lib/sponsors/policy'
import { dayOf } from '@/lib/times/rules'
import { countsInSums } from './rules'
import type { MoneyRow } from './schema'

const select = {
  id: true,
  state: true,
  sponsorId: true,
  price: true,
  currency: true,
  purchaseOrder: true,
  invoice: true,
  paidOn: true,
  makeGoodForId: true,
  sponsor: { select: { name: true } },
  placement: { select: { name: true } },
  issue: { select: { date: true } },
} as const

/** Without invoice or unpaid. */
const owed = { paidOn: null, price: { gt: 0 } } as const

/**
 * The money of slots, by date: of a year's issues, or of all years what is still owed. The publication's own copy costs
 * nothing and is left out, holds too.
 * @throws AppError `not_found` for whoever may not
 */
export async function listMoney(actor: Actor, of: { year: number } | 'owed'): Promise<MoneyRow[]> {
  if (!mayManageSponsors(actor)) throw notFound('page')
  const first = (year: number) => new Date(Date.UTC(year, 0, 1))
  const which = of === 'owed' ? owed : { issue: { date: { gte: first(of.year), lt: first(of.year + 1) } } }
  const [found, chain] = await Promise.all([
    db().slot.findMany({
      where: { ...which, sponsor: { isHouse: false }, state: { not: 'HELD' } },
      orderBy: [{ issue: { date: 'asc' } }, { id: 'asc' }],
      select,
    }),
    db().slot.findMany({
      where: { makeGoodForId: { not: null } },
      select: { id: true, state: true, makeGoodForId: true },
    }),
  ])
  return found.map(({ sponsor, placement, issue, paidOn, ...slot }) => ({
    ...slot,
    date: dayOf(issue.date),
    company: sponsor.name,
    placement: placement.name,
    paidOn: paidOn && dayOf(paidOn),
    counts: countsInSums(slot, chain),
  }))
}
