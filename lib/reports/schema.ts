import { z } from 'zod'
import { type ClickKind, type ClickTotals, clickKinds } from '@/lib/clicks/schema'
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

const totalsSchema = z.strictObject({
  raw: z.int(),
  verified: z.int(),
  excluded: z.array(z.strictObject({ kind: z.enum(clickKinds), count: z.int() })),
})

/** Days after a slot ran on which its report is kept. */
export const snapshotDays = [1, 7, 30] as const

/** What a report said by the end of a day. Fields are added, never renamed, within a version. */
export const snapshotSchema = z.strictObject({
  version: z.literal(1),
  slotId: z.uuid(),
  /** Days after it ran: all clicks up to the end of `until` (UTC) are in it. */
  day: z.literal(snapshotDays),
  until: z.iso.date(),
  ranAt: z.iso.datetime(),
  company: z.string(),
  placement: z.string(),
  issue: z.strictObject({ number: z.int().nullable(), title: z.string(), date: z.iso.date() }),
  /** The edition that readers had then, and its hash; null where the message was not in it. */
  edition: z.strictObject({ edition: z.int(), hash: z.string() }).nullable(),
  clicks: totalsSchema,
  links: z.array(z.strictObject({ url: z.string(), clicks: totalsSchema })),
  days: z.array(z.strictObject({ day: z.iso.date(), clicks: totalsSchema })),
})
export type Snapshot = z.infer<typeof snapshotSchema>

/** `isIntact`: the hash is that of what is kept. `takenAt`: ISO 8601. */
export type KeptSnapshot = { snapshot: Snapshot; hash: string; takenAt: string; isIntact: boolean }

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
  snapshots: KeptSnapshot[]
}
