import { freePlaces, isBookable } from '@/lib/inventory/rules'
import type { Inventory } from '@/lib/inventory/schema'
import type { SlotState } from '@/lib/sponsors/schema'
import { daysAfter } from '@/lib/times/rules'

/** Something of the sponsors' that somebody has to see to. Dates are `YYYY-MM-DD`. */
export type Duty = {
  kind: 'overdue' | 'review' | 'unwritten' | 'unsold'
  date: string
  /** The last day on which copy is in time; of unsold places null. */
  deadline: string | null
  placement: string
  sponsor: string | null
  slotId: string | null
  /** Of copy that waits for review: which. */
  versionId: string | null
}

/** A slot that is not over, as far as duties ask. */
export type SlotAhead = {
  id: string
  state: SlotState
  date: string
  deadline: string
  placement: string
  sponsor: string
  versionId: string | null
  writtenByStudio: boolean
}

/** Copy that isn't written so many days before its deadline is pointed out. */
const UNWRITTEN_DAYS = 7
/** For how many issues to come unsold places are pointed out. */
const UNSOLD_ISSUES = 4

function dutyOf(slot: SlotAhead, today: string): Duty['kind'] | null {
  const late = today > slot.deadline
  switch (slot.state) {
    case 'BOOKED':
    case 'CHANGES_REQUESTED':
      if (late) return 'overdue'
      return slot.deadline <= daysAfter(today, UNWRITTEN_DAYS) ? 'unwritten' : null
    // What the studio wrote waits for the sponsor, until it may decide without.
    case 'COPY_SUBMITTED':
      return slot.writtenByStudio && !late ? null : 'review'
    // New copy for a slot that ran, which the caller found waiting.
    case 'RAN':
      return slot.writtenByStudio ? null : 'review'
    default:
      return null
  }
}

const order: readonly Duty['kind'][] = ['overdue', 'review', 'unwritten', 'unsold']

/** What there is to see to on a day: the most urgent first, then by date. */
export function findDuties(
  slots: readonly SlotAhead[],
  { dates, placements }: Pick<Inventory, 'dates' | 'placements'>,
  today: string,
): Duty[] {
  const ofSlots = slots.flatMap((slot): Duty[] => {
    const kind = dutyOf(slot, today)
    if (!kind) return []
    const { date, deadline, placement, sponsor, id: slotId } = slot
    return [
      {
        kind,
        date,
        deadline,
        placement,
        sponsor,
        slotId,
        versionId: kind === 'review' ? slot.versionId : null,
      },
    ]
  })
  const coming = dates.filter((date) => isBookable(date, today)).slice(0, UNSOLD_ISSUES)
  const unsold = coming.flatMap((date) =>
    placements
      .filter((placement) => freePlaces(date, placement) > 0)
      .map(
        ({ name }): Duty => ({
          kind: 'unsold',
          date: date.date,
          deadline: null,
          placement: name,
          sponsor: null,
          slotId: null,
          versionId: null,
        }),
      ),
  )
  return [...ofSlots, ...unsold].sort(
    (a, b) =>
      order.indexOf(a.kind) - order.indexOf(b.kind) ||
      a.date.localeCompare(b.date) ||
      a.placement.localeCompare(b.placement) ||
      (a.slotId ?? '').localeCompare(b.slotId ?? ''),
  )
}

/**
 * Whether the editors are mailed: where there is something, and it is not just what they read the day before; a day that
 * passes with something due is reason enough.
 */
export function isWorthMailing(
  duties: readonly Duty[],
  today: string,
  { isNews }: { isNews: boolean },
): boolean {
  const isDue = ({ kind, deadline }: Duty) =>
    kind === 'overdue' || kind === 'review' || (deadline !== null && deadline <= today)
  return duties.length > 0 && (isNews || duties.some(isDue))
}
