import type { IssueState } from '@/lib/issues/schema'
import type { SlotState } from '@/lib/sponsors/schema'

export type InventoryPlacement = {
  id: string
  name: string
  /** 0 for one out of sale, which is here for what is booked in it. */
  perIssue: number
  /** In the currency's smallest unit. */
  price: number
  currency: string
  deadlineDays: number
  acceptsLate: boolean
}

export type InventorySlot = {
  id: string
  placementId: string
  ordinal: number
  state: SlotState
  sponsorId: string
  sponsor: string
  isHouse: boolean
  /** What the company sells; empty for none. */
  field: string
  /** Whether what waits there was written by the studio, and whether it can be shown to somebody of the company. */
  writtenByStudio: boolean
  hasContact: boolean
}

export type InventoryWait = { id: string; placementId: string; sponsorId: string; sponsor: string }

/** A date on which an issue comes, or would come by the cadence. Dates are `YYYY-MM-DD`. */
export type InventoryDate = {
  date: string
  /** Null where nothing is planned yet: booking it plans the issue. */
  issueId: string | null
  state: IssueState | null
  number: number | null
  slots: InventorySlot[]
  /** Who waits for a place, longest first; nobody where waitlists are off. */
  waiting: InventoryWait[]
}

export type Inventory = {
  /** In the publication's zone. */
  today: string
  keepsWaitlist: boolean
  placements: InventoryPlacement[]
  dates: InventoryDate[]
}

/** What the browser needs for booking and moving: a date's places, and not who has them. */
export type BookingDate = Pick<InventoryDate, 'date' | 'issueId' | 'state'> & {
  slots: Pick<InventorySlot, 'placementId'>[]
}
export type BookingInventory = Omit<Inventory, 'dates'> & { dates: BookingDate[] }

/** What will hurt if nobody looks at it. */
export type Gap = {
  kind: 'overdue' | 'wanted' | 'unwritten' | 'unapproved' | 'unaccepted' | 'unsold' | 'uncorrected' | 'missed'
  date: string
  placement: string
  /** Of `wanted`: who waits for the place that is free. */
  sponsor: string | null
  slotId: string | null
  /** The last day on which copy is in time, of copy that isn't there. */
  deadline?: string
  /** Of `unsold`: how many places of the placement. */
  places?: number
}
