import type { ClickKind, ClickTotals } from '@/lib/clicks/schema'
import type { DocumentSponsor } from '@/lib/document/schema'
import type { SlotState } from '@/lib/sponsors/schema'

/** Requests of one link on one day (`YYYY-MM-DD`, UTC) by what they were. */
export type ClickCountRow = { url: string; day: string; kind: ClickKind; count: number }

/** A sponsor's part as an edition holds it; `hash`: of the whole edition, SHA-256, hex. */
export type RanCopy = {
  edition: number
  hash: string
  /** Instant, ISO 8601. */
  publishedAt: string
  part: DocumentSponsor
}

/** An earlier run of the same placement, with its clicks up to the same age. */
export type EarlierRun = { sponsorId: string; verified: number }

/**
 * Verified clicks against those of earlier runs of the placement at the same age. `few`: too few runs of others to be
 * told without giving one of them away.
 */
export type Comparison =
  | { kind: 'none' }
  | { kind: 'few'; runs: number }
  | { kind: 'median'; runs: number; median: number }

export type LinkClicks = { url: string; clicks: ClickTotals }
export type DayClicks = { day: string; clicks: ClickTotals }

/** What a sponsor is told of one slot. Dates are `YYYY-MM-DD`, days of clicks in UTC, instants ISO 8601. */
export type Report = {
  slotId: string
  state: SlotState
  company: string
  placement: string
  issue: {
    number: number | null
    title: string
    date: string
    /** Its address for readers; null before it is out, and when it is withdrawn. */
    url: string | null
    withdrawn: boolean
  }
  ranAt: string | null
  /** Days (UTC) since it ran. */
  age: number
  /** As readers have it, then each other text that stood there before, newest first. Empty until it runs. */
  copies: RanCopy[]
  /** Whether clicks are counted now. */
  counts: boolean
  clicks: ClickTotals
  links: LinkClicks[]
  /** Days on which there was any. */
  days: DayClicks[]
  rows: ClickCountRow[]
  comparison: Comparison
  purchaseOrder: string
  invoice: string
}
