import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import type { Tx } from '@/lib/db/db'
import { AppError, notFound } from '@/lib/errors/app-error'
import { readInventoryIn } from '@/lib/inventory/queries'
import { seriesDates } from '@/lib/inventory/rules'
import { runCommand } from '@/lib/receipts/run-command'
import { mayManageSponsors } from '@/lib/sponsors/policy'
import type { bookSeriesSchema } from '@/lib/sponsors/schema'
import { type BookedSlot, bookSlot } from './book-slot'
import { tellContacts } from './tell-contacts'

type Input = z.output<typeof bookSeriesSchema>

/**
 * Books a placement for a company on one date or on a series of them: all of them, or none. A date that is taken is
 * named, or left out where the caller said so.
 * @throws AppError `taken`, with the dates; `invalid` where there are not so many dates ahead; as `bookSlot` does
 */
export async function bookSeries(actor: Actor, input: Input, outer?: Tx): Promise<{ slots: BookedSlot[] }> {
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
      if (times === 1) return { slots: [await book(booking)] }
      const dates = await datesFor(tx, input)
      const seriesId = randomUUID()
      const slots: BookedSlot[] = []
      for (const { date, issueId } of dates)
        slots.push(
          await book(issueId ? { issueId, date: undefined } : { date, issueId: undefined }, seriesId),
        )
      const [first] = slots
      if (first) await tellContacts(tx, first.id, 'booked')
      return { slots }
    },
    outer,
  )
}

async function datesFor(tx: Tx, { issueId, date, placementId, every, times, skipTaken }: Input) {
  const inventory = await readInventoryIn(tx)
  const placement = inventory.placements.find(({ id }) => id === placementId)
  if (!placement) throw notFound('placement')
  const start = date ?? inventory.dates.find((row) => row.issueId === issueId)?.date
  if (!start) throw notFound('issue')
  const dates = seriesDates(inventory, placement, { start, every, times, skipTaken })
  const taken = dates.filter((row) => row.taken).map((row) => row.date)
  if (taken.length > 0) {
    const message = `“${placement.name}” is booked already on ${taken.join(', ')}. Leave these dates out, or choose others.`
    throw new AppError('taken', message, { detail: { taken } })
  }
  if (dates.length < times) {
    const message = `There are only ${dates.length} such dates in the coming two years. Book fewer.`
    throw new AppError('invalid', message, { fields: { times: message } })
  }
  return dates
}
