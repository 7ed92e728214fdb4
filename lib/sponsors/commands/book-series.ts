import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import type { Tx } from '@/lib/db/db'
import { AppError, notFound } from '@/lib/errors/app-error'
import { findClash } from '@/lib/exclusivity/rules'
import { readInventoryIn } from '@/lib/inventory/queries'
import { seriesDates } from '@/lib/inventory/rules'
import type { InventoryDate } from '@/lib/inventory/schema'
import { runCommand } from '@/lib/receipts/run-command'
import { mayManageSponsors } from '@/lib/sponsors/policy'
import type { bookSeriesSchema } from '@/lib/sponsors/schema'
import { formatDay } from '@/lib/times/rules'
import { type BookedSlot, bookSlot } from './book-slot'
import { keepsExclusive } from './refuse-clash'
import { tellContacts } from './tell-contacts'

type Input = z.output<typeof bookSeriesSchema>
/** `dates`: of the slots, `YYYY-MM-DD`. */
type BookedSeries = { slots: BookedSlot[]; dates: string[] }

/**
 * Books a placement for a company on one date or on a series of them: all of them, or none. A date that is taken is
 * named, or left out where the caller said so, as is one on which exclusivity keeps the company out.
 * @throws AppError `taken`, with the dates; `invalid` where there are not so many dates ahead; as `bookSlot` does
 */
export async function bookSeries(actor: Actor, input: Input, outer?: Tx): Promise<BookedSeries> {
  if (!mayManageSponsors(actor)) throw notFound('page')
  return runCommand(
    actor,
    { id: input.commandId, name: 'book-series' },
    async (tx) => {
      const { every, times, skipTaken, ...booking } = input
      const book = (where: { issueId?: string | undefined; date?: string | undefined }, seriesId?: string) =>
        bookSlot(
          actor,
          { ...booking, ...where, commandId: randomUUID(), ...(seriesId ? { seriesId } : {}) },
          tx,
          { silent: seriesId !== undefined },
        )
      if (times === 1) {
        const slot = await book(booking)
        const { date } = await tx.issue.findUniqueOrThrow({
          where: { id: slot.issueId },
          select: { date: true },
        })
        return { slots: [slot], dates: [date.toISOString().slice(0, 10)] }
      }
      const dates = await datesFor(tx, input)
      const seriesId = randomUUID()
      const slots: BookedSlot[] = []
      for (const { date, issueId } of dates)
        slots.push(
          await book(issueId ? { issueId, date: undefined } : { date, issueId: undefined }, seriesId),
        )
      const [first] = slots
      if (first) await tellContacts(tx, first.id, 'booked')
      return { slots, dates: dates.map(({ date }) => date) }
    },
    outer,
  )
}

async function datesFor(tx: Tx, input: Input) {
  const { issueId, date, placementId, every, times, skipTaken } = input
  const inventory = await readInventoryIn(tx)
  const placement = inventory.placements.find(({ id }) => id === placementId)
  if (!placement) throw notFound('placement')
  const start = date ?? inventory.dates.find((row) => row.issueId === issueId)?.date
  if (!start) throw notFound('issue')
  const fits = skipTaken ? await keptApart(tx, input.sponsorId, inventory.dates) : undefined
  const dates = seriesDates(inventory, placement, { start, every, times, skipTaken }, fits)
  const taken = dates.filter((row) => row.taken).map((row) => row.date)
  if (taken.length > 0) {
    const message = `“${placement.name}” is booked already on ${taken.map(formatDay).join(', ')}. Leave these dates out, or choose others.`
    throw new AppError('taken', message, { detail: { taken } })
  }
  if (dates.length < times) {
    const message = `There are only ${dates.length} such dates in the coming two years. Book fewer.`
    throw new AppError('invalid', message, { fields: { times: message } })
  }
  return dates
}

/** Whether exclusivity lets a company stand on a date, and on the dates before it that it said yes to. */
async function keptApart(
  tx: Tx,
  sponsorId: string,
  dates: readonly InventoryDate[],
): Promise<((date: InventoryDate) => boolean) | undefined> {
  const company =
    sponsorId !== 'house' && (await keepsExclusive(tx))
      ? await tx.sponsor.findUnique({
          where: { id: sponsorId },
          select: { name: true, field: true, isHouse: true },
        })
      : null
  if (!company) return undefined
  const taken = new Set<InventoryDate>()
  const own = { sponsorId, sponsor: company.name, field: company.field, isHouse: false }
  return (date) => {
    const rows = dates.map((row) => ({ ...row, slots: taken.has(row) ? [...row.slots, own] : row.slots }))
    const at = rows[dates.indexOf(date)]
    const fits = at !== undefined && findClash(rows, at, { sponsorId, ...company }) === null
    if (fits) taken.add(date)
    return fits
  }
}
