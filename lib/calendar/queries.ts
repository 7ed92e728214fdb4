import type { Actor } from '@/lib/accounts/schema'
import { readInventory } from '@/lib/inventory/queries'
import { listIssuesBetween } from '@/lib/issue-list/queries'
import { readPublication } from '@/lib/publication/queries'
import { daysAfter } from '@/lib/times/rules'
import { buildDays, datesOfMonth } from './rules'
import type { Calendar } from './schema'

/** Copy of an issue is due at most so many days before it. */
const LONGEST_DEADLINE = 90

/** A month of the publication, with what is due in it. @throws AppError `forbidden`, `not_found` */
export async function readCalendar(actor: Actor, month: string): Promise<Calendar> {
  const dates = datesOfMonth(month)
  const [from = '', to = ''] = [dates[0], dates.at(-1)]
  const [rows, inventory, { zone }] = await Promise.all([
    // An issue of just outside may go out on a day of this month.
    listIssuesBetween(actor, { from: daysAfter(from, -7), to: daysAfter(to, 7) }),
    readInventory(actor, { from, to: daysAfter(to, LONGEST_DEADLINE) }),
    readPublication(),
  ])
  return { month, today: inventory.today, days: buildDays({ month, rows, inventory, zone }) }
}
