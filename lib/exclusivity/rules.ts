import type { InventoryDate, InventorySlot } from '@/lib/inventory/schema'
import { formatDay } from '@/lib/times/rules'

/** Who is to stand on a date. `slotId`: the booking itself where it is there already and moves. */
export type Candidate = {
  slotId?: string | undefined
  sponsorId: string
  field: string
  isHouse: boolean
}

/** Why a company can't stand there: one that sells the same does, or it runs in the issue before or after. */
export type Clash = { kind: 'competitor'; sponsor: string } | { kind: 'neighbour'; date: string }

type Booked = Pick<InventorySlot, 'sponsorId' | 'sponsor' | 'field' | 'isHouse'> & { id?: string }
type Row = Pick<InventoryDate, 'date' | 'issueId' | 'state'> & { slots: readonly Booked[] }

const fieldOf = (text: string) => text.trim().toLowerCase()

/**
 * What exclusivity says against a company on a date: no two companies of one field in one issue, and no company in two
 * issues that follow each other. Null where nothing. What is skipped is no issue; the house competes with nobody.
 * @param rows in the order of their dates; `at` is one of them
 */
export function findClash(rows: readonly Row[], at: Row, candidate: Candidate): Clash | null {
  if (candidate.isHouse) return null
  const isItself = ({ id }: Booked) => id !== undefined && id === candidate.slotId
  const others = (row: Row) => row.slots.filter((slot) => !slot.isHouse && !isItself(slot))
  const field = fieldOf(candidate.field)
  const competitor = others(at).find(
    (slot) => field !== '' && slot.sponsorId !== candidate.sponsorId && fieldOf(slot.field) === field,
  )
  if (competitor) return { kind: 'competitor', sponsor: competitor.sponsor }
  const issues = rows.filter((row) => row === at || row.state !== 'SKIPPED')
  const index = issues.indexOf(at)
  const near = [issues[index - 1], issues[index + 1]].find((row) =>
    row ? others(row).some(({ sponsorId }) => sponsorId === candidate.sponsorId) : false,
  )
  return near ? { kind: 'neighbour', date: near.date } : null
}

/**
 * The clash as a sentence, and what to do about it.
 * @param name the company's
 * @param date on which it was to stand, `YYYY-MM-DD`
 */
export function clashInWords(clash: Clash, name: string, date: string): string {
  const day = formatDay(date)
  const why =
    clash.kind === 'competitor'
      ? `${clash.sponsor} is in the issue of ${day} and sells the same as ${name}.`
      : `${name} is in the issue of ${formatDay(clash.date)} already, next to that of ${day}.`
  return `${why} Choose another date, or let both stand in Settings.`
}
