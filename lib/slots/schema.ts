import type { Direction, DocumentSponsor } from '@/lib/document/schema'
import type { IssueState } from '@/lib/issues/schema'
import type { Landing } from '@/lib/landings/schema'
import type { AdCopyContent, PlacementContent, SlotState } from '@/lib/sponsors/schema'

/** Copy as it was submitted. `submittedAt`: instant, ISO 8601. */
export type CopyVersion = AdCopyContent & {
  id: string
  number: number
  hash: string
  bySponsor: boolean
  byName: string
  submittedAt: string
}

/** What somebody said about a slot, oldest first. `version`: the number of the version it is about. */
export type SaidOfSlot = {
  id: string
  /** Instant, ISO 8601. */
  at: string
  verdict: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENT' | 'ACCEPTED'
  comment: string
  bySponsor: boolean
  byName: string
  onBehalf: boolean
  version: number | null
  evidenceName: string | null
}

export type SlotSpec = {
  id: string
  name: string
  description: string
  /** `top`, `bottom`, or `after` together with `sectionTitle`. */
  at: string
  sectionTitle: string | null
  maxCharacters: number
  maxLinks: number
  imageAllowed: boolean
  deadlineDays: number
  acceptsLate: boolean
}

/** Money of a slot; prices in the currency's smallest unit, `paidOn` a calendar date. */
export type SlotTerms = {
  price: number
  currency: string
  purchaseOrder: string
  invoice: string
  paidOn: string | null
}

/** One slot with all that its own company and the studio may know of it. Dates are `YYYY-MM-DD`. */
export type SlotDetail = SlotTerms & {
  id: string
  state: SlotState
  version: number
  submittedLate: boolean
  reason: string
  heldUntil: string | null
  ranAt: string | null
  /** `hasContact`: whether anybody of it can be told. */
  sponsor: { id: string; name: string; isHouse: boolean; hasContact: boolean }
  placement: SlotSpec
  issue: { id: string; date: string; number: number | null; state: IssueState; path: string | null }
  /** The last day on which copy is in time. */
  deadline: string
  copy: (AdCopyContent & { version: number }) | null
  versions: CopyVersion[]
  versionId: string | null
  approvedVersionId: string | null
  /** It ran, and readers still see what it said before the copy that is approved now. */
  correctionDue: boolean
  said: SaidOfSlot[]
  /** What was found last at each page it leads to, the worst first; `isOwn`: at its own address, not at a link in its text. */
  landings: (Landing & { isOwn: boolean })[]
  /** Missed slots that this one makes good, and the one that makes this good. */
  makeGoodFor: { id: string; date: string } | null
  madeGoodBy: { id: string; date: string } | null
}

/** A line of a list of slots. */
export type SlotRow = {
  id: string
  state: SlotState
  date: string
  deadline: string
  placement: string
  sponsor: string
  sponsorId: string
  issueId: string
  reason: string
  writtenByStudio: boolean
  newer: 'waits' | 'sent back' | null
  isMadeGood: boolean
  isHouse: boolean
  isWithdrawn: boolean
  acceptsLate: boolean
  submittedLate: boolean
  /** The reader's address, once it ran. */
  path: string | null
}

/** Copy of this company that ran or was approved before, newest first. */
export type EarlierCopy = {
  versionId: string
  date: string
  placement: string
  headline: string
  text: string
}

/** All that a proof is made of: nothing of the draft but its date and the number of its sections. */
export type ProofSource = {
  /** `YYYY-MM-DD` */
  date: string
  lang: string
  dir: Direction
  /** In order; `isAfter`: the one that the placement names. */
  sections: { isAfter: boolean }[]
  /** `at`: `top`, `after` or `bottom`. */
  part: Omit<DocumentSponsor, 'id' | 'at'> & { at: string }
}

/** A line of the list of companies. `lastRan`: `YYYY-MM-DD`. */
export type CompanyRow = {
  id: string
  name: string
  field: string
  contacts: number
  coming: number
  ran: number
  lastRan: string | null
}

/** `links`: how many capability links work; `lastUsedAt`: instant of the last use of one. */
export type CompanyContact = {
  id: string
  name: string
  email: string
  links: number
  lastUsedAt: string | null
  /** Whether they may also sign in. */
  signsIn: boolean
}

export type Company = {
  id: string
  name: string
  website: string
  notes: string
  field: string
  version: number
  isHouse: boolean
  contacts: CompanyContact[]
}

export type PlacementView = { id: string; version: number; retired: boolean; content: PlacementContent }
