import { isBookable } from '@/lib/inventory/rules'
import type { Inventory, InventoryDate, InventoryPlacement } from '@/lib/inventory/schema'
import { standingInWords, toneOf } from '@/lib/slots/rules'
import { deadlineOf } from '@/lib/sponsors/rules'
import { monthInWords } from '@/lib/times/rules'

/** One place of an issue: how it stands, as a tone and in words. */
type Place = { tone: ReturnType<typeof toneOf>; words: string }
/** `id` counts the marks of its date. */
export type Mark = Place & { id: number }
/** Two issues can have the same date; `id` counts all dates. */
type CalendarDate = { id: number; date: string; isSkipped: boolean; marks: Mark[] }
export type CalendarMonth = { month: string; name: string; dates: CalendarDate[] }

function placesOf(date: InventoryDate, placement: InventoryPlacement, today: string): Place[] {
  const slots = date.slots.filter(({ placementId }) => placementId === placement.id)
  const deadline = deadlineOf(date.date, placement.deadlineDays)
  const isWithdrawn = date.state === 'WITHDRAWN'
  const taken = slots.map((slot): Place => {
    const standing = { ...slot, deadline, isWithdrawn }
    const words = standingInWords(standing, today, 'studio')
    return { tone: toneOf(standing, today), words: `${placement.name}: ${slot.sponsor}, ${words}` }
  })
  const free = isBookable(date, today) ? Math.max(0, placement.perIssue - slots.length) : 0
  const open = Array.from(
    { length: free },
    (): Place => ({ tone: 'plain', words: `${placement.name}: free` }),
  )
  return [...taken, ...open]
}

/** All that the calendar shows: what it is made of would be ten times as much to send. */
export function calendarMonths({ dates, placements, today }: Inventory): CalendarMonth[] {
  const months = new Map<string, CalendarDate[]>()
  for (const [id, date] of dates.entries()) {
    const month = date.date.slice(0, 7)
    const places = placements.flatMap((placement) => placesOf(date, placement, today))
    const marks = places.map((place, at) => ({ id: at, ...place }))
    const shown = { id, date: date.date, isSkipped: date.state === 'SKIPPED', marks }
    months.set(month, [...(months.get(month) ?? []), shown])
  }
  return [...months].map(([month, shown]) => ({ month, name: monthInWords(month), dates: shown }))
}
