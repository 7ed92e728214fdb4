import { type Cadence, dateAfterSteps } from '@/lib/schedule/rules'
import { deadlineOf } from '@/lib/sponsors/rules'
import type {
  BookingDate,
  BookingInventory,
  Gap,
  Inventory,
  InventoryDate,
  InventoryPlacement,
  InventorySlot,
} from './schema'

const dayNumber = (date: string) => Math.round(Date.parse(date) / 86_400_000)
const days = (from: string, to: string) => dayNumber(to) - dayNumber(from)
const halfStep: Record<Cadence, number> = { WEEKLY: 3, FORTNIGHTLY: 6, MONTHLY: 14, IRREGULAR: 3 }

/**
 * The dates of the cadence from `anchor` on up to `to` that have no issue yet. One that lies within half a step of an
 * issue is that issue, come a few days early or late.
 */
export function openDates(anchor: string, to: string, cadence: Cadence, issues: readonly string[]): string[] {
  const dates: string[] = []
  const taken = issues.map(dayNumber)
  for (let step = 0; ; step += 1) {
    const date = dateAfterSteps(anchor, step, cadence)
    if (date > to) return dates
    const day = dayNumber(date)
    if (!taken.some((other) => Math.abs(day - other) <= halfStep[cadence])) dates.push(date)
  }
}

/** Whether an issue can still take a booking: it is to come, and not skipped. */
export function isBookable({ state, date }: Pick<InventoryDate, 'state' | 'date'>, today: string): boolean {
  return (
    date >= today && (state === null || state === 'PLANNED' || state === 'DRAFT' || state === 'SCHEDULED')
  )
}

/** How many places of a placement are free on a date. */
export function freePlaces({ slots }: Pick<BookingDate, 'slots'>, placement: InventoryPlacement): number {
  return placement.perIssue - slots.filter(({ placementId }) => placementId === placement.id).length
}

/** Of an inventory what booking and moving need: two years of names would be most of the page. */
export function forBooking({ dates, ...rest }: Inventory): BookingInventory {
  const coming = dates.filter((date) => isBookable(date, rest.today))
  return {
    ...rest,
    dates: coming.map(({ date, issueId, state, slots }) => ({
      date,
      issueId,
      state,
      slots: slots.map(({ placementId }) => ({ placementId })),
    })),
  }
}

/**
 * The dates a series takes: from `start` on, each `every`th date that can be booked, `times` in all. A taken one is
 * `taken`; with `skipTaken` it is left out and the series goes on until it has its number. `fits`: whether a date that
 * is free may be taken besides; asked once, in the order of the dates.
 */
export function seriesDates<D extends BookingDate>(
  inventory: { today: string; dates: readonly D[] },
  placement: InventoryPlacement,
  { start, every, times, skipTaken }: { start: string; every: number; times: number; skipTaken: boolean },
  fits: (date: D) => boolean = () => true,
): { date: string; issueId: string | null; taken: boolean }[] {
  const coming = inventory.dates.filter((date) => date.date >= start && isBookable(date, inventory.today))
  const chosen: { date: string; issueId: string | null; taken: boolean }[] = []
  for (let at = 0; at < coming.length && chosen.length < times; at += every) {
    const date = coming[at] as D
    const taken = freePlaces(date, placement) <= 0 || !fits(date)
    if (!taken || !skipTaken) chosen.push({ date: date.date, issueId: date.issueId, taken })
  }
  return chosen
}

type Booking = Pick<InventorySlot, 'id' | 'placementId' | 'sponsorId'>

/**
 * The next free date after `after` for each booking, one after the other, so that two never get one place. Null where
 * none is free, and for a placement that is out of sale. `fits`: whether it may
 * stand on a date besides.
 */
export function placeElsewhere(
  { today, placements, dates }: Inventory,
  bookings: readonly Booking[],
  after: string,
  fits: (row: InventoryDate, booking: Booking) => boolean = () => true,
): { booking: Booking; to: { date: string; issueId: string | null } | null }[] {
  const taken: { placementId: string; row: InventoryDate }[] = []
  return bookings.map((booking) => {
    const placement = placements.find(({ id }) => id === booking.placementId)
    const row = dates.find((date) => {
      if (!placement || date.date <= after || !isBookable(date, today) || !fits(date, booking)) return false
      const promised = taken.filter((other) => other.row === date && other.placementId === placement.id)
      return freePlaces(date, placement) > promised.length
    })
    if (row) taken.push({ placementId: booking.placementId, row })
    return { booking, to: row ? { date: row.date, issueId: row.issueId } : null }
  })
}

const WEEKS_AHEAD = 28

/** What has to be done about a booking; null where nothing has. */
function kindOf(
  { state, writtenByStudio, isHouse, hasContact }: InventorySlot,
  overdue: boolean,
): Gap['kind'] | null {
  if (state === 'BOOKED' || state === 'CHANGES_REQUESTED') return overdue ? 'overdue' : 'unwritten'
  if (state !== 'COPY_SUBMITTED') return null
  // What the studio wrote waits for the sponsor, until it may decide without.
  return writtenByStudio && !isHouse && hasContact && !overdue ? 'unaccepted' : 'unapproved'
}

/** What is unwritten, unapproved or unsold in the coming four weeks, the nearest date first. */
export function findGaps({ today, placements, dates }: Inventory): Gap[] {
  const near = dates.filter((date) => isBookable(date, today) && days(today, date.date) <= WEEKS_AHEAD)
  return near.flatMap((date) =>
    placements.flatMap((placement): Gap[] => {
      const slots = date.slots.filter(({ placementId }) => placementId === placement.id)
      const deadline = deadlineOf(date.date, placement.deadlineDays)
      const about = { date: date.date, placement: placement.name }
      const gaps = slots.flatMap((slot): Gap[] => {
        const kind = kindOf(slot, today > deadline)
        return kind ? [{ kind, ...about, sponsor: slot.sponsor, slotId: slot.id, deadline }] : []
      })
      const free = freePlaces(date, placement)
      if (free <= 0) return gaps
      const [first] = date.waiting.filter(({ placementId }) => placementId === placement.id)
      const open: Gap = first
        ? { kind: 'wanted', ...about, sponsor: first.sponsor, slotId: null }
        : { kind: 'unsold', ...about, sponsor: null, slotId: null, places: free }
      return [...gaps, open]
    }),
  )
}
