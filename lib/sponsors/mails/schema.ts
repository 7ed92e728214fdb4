import type { SlotState } from '@/lib/sponsors/schema'

/** What a message says, before it is laid out: sentences, each paragraph plain text, and the words on its one link. */
export type Told = { subject: string; heading: string; paragraphs: string[]; label: string }

/** What messages say of a slot. Dates are `YYYY-MM-DD`. */
export type SlotFacts = {
  publication: string
  /** IANA zone in which its days end. */
  zone: string
  /** In that zone. */
  today: string
  sponsor: string
  state: SlotState
  date: string
  /** The last day on which copy is in time. */
  deadline: string
  placement: {
    name: string
    description: string
    maxCharacters: number
    maxLinks: number
    imageAllowed: boolean
    acceptsLate: boolean
  }
  /** Why it was released or missed. */
  reason: string
  submittedLate: boolean
  /** Whether the copy that waits was written or mended in the studio. */
  writtenByStudio: boolean
  /** Dates booked together with this one, it included; of a single booking, its own. */
  series: string[]
  /** Of a make-good: the date of the slot that was missed. */
  makesGood: string | null
  /** Of a slot that was moved: where it was before. */
  movedFrom: { date: string; placement: string } | null
  /** Whether the company has approved copy that it could run again. */
  hasEarlier: boolean
}

/** What somebody said, or an empty comment where they only pressed the button. */
export type Said = { byName: string; comment: string; onBehalf: boolean }
