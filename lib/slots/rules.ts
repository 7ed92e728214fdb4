import { stateInWords } from '@/lib/sponsors/rules'
import type { AdCopyContent, SlotState } from '@/lib/sponsors/schema'
import type { TextPart } from '@/lib/word-diff/rules'
import { diffText } from '@/lib/word-diff/rules'
import type { CopyVersion, SaidOfSlot, SlotDetail } from './schema'

/** What became of copy that was sent in after the one that runs. */
export type NewerCopy = 'waits' | 'sent back'

/** What is to be known of a slot to say what comes next. Dates are `YYYY-MM-DD` in the publication's zone. */
export type Standing = {
  state: SlotState
  deadline: string
  /** Words of the curator's, as `state` alone doesn't say who wrote what waits. */
  writtenByStudio?: boolean
  /** Of a message that is out: of copy beside it. */
  newer?: NewerCopy | null
  /** Of a message that is out: whether newer copy is approved and isn’t before readers yet. */
  correctionDue?: boolean
  /** Of a message that ran: whether its issue was taken from readers again. */
  isWithdrawn?: boolean
  /** Why a missed slot doesn’t run. */
  reason?: string
  /** Of a missed or withdrawn slot: whether another date is booked for it. */
  isMadeGood?: boolean
  isHouse?: boolean
  /** Whether nobody of the company can be told. */
  isUnreachable?: boolean
  acceptsLate?: boolean
  /** Whether the company has copy of before that could run again. */
  hasEarlier?: boolean
}

/** Whether the sponsor can send nothing any more, as the placement takes nothing late. */
export function isClosed({ state, deadline, acceptsLate }: Standing, today: string): boolean {
  return state === 'BOOKED' && acceptsLate === false && today > deadline
}

/**
 * What a running message's newer copy waits for; null where there is none.
 * @param verdict the last one about the version that was sent in last
 */
export function newerCopyOf(
  slot: { state: SlotState; versionId: string | null; approvedVersionId: string | null },
  verdict: SaidOfSlot['verdict'] | null,
): NewerCopy | null {
  if (slot.state !== 'RAN') return null
  if (verdict === 'CHANGES_REQUESTED') return 'sent back'
  return slot.versionId === slot.approvedVersionId ? null : 'waits'
}

const days = (from: string, to: string) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** How far a day is, in words: “today”, “in 3 days”, “2 days ago”. */
export function dayInWords(today: string, day: string): string {
  const left = days(today, day)
  if (left === 0) return 'today'
  if (left === 1) return 'tomorrow'
  if (left === -1) return 'yesterday'
  return left > 0 ? `in ${left} days` : `${-left} days ago`
}

/** What the sponsor does next, in words. */
export function nextForSponsor(standing: Standing, today: string): string {
  const { state, deadline, writtenByStudio, isMadeGood, hasEarlier } = standing
  const late = today > deadline
  const orAgain = hasEarlier ? ', or run what you ran before' : ''
  switch (state) {
    case 'HELD':
      return 'The place is kept for you until the editors answer. Nothing to do yet.'
    case 'BOOKED':
      if (isClosed(standing, today))
        return 'The deadline has passed, and nothing is taken after it. Write to the editors.'
      return late
        ? `Your copy is overdue. Write it now${orAgain}.`
        : `Write your copy${orAgain}; it is due ${dayInWords(today, deadline)}.`
    case 'COPY_SUBMITTED':
      return writtenByStudio
        ? 'The editors wrote this for you. Look at it, then accept it or change it.'
        : 'Your copy is with the editors. Nothing to do; you can still change it.'
    case 'CHANGES_REQUESTED':
      return 'The editors ask for changes. Change your copy and send it again.'
    case 'APPROVED':
      return 'Your copy is approved and stands in the issue. Nothing to do.'
    case 'RAN':
      if (standing.isWithdrawn)
        return `The issue was withdrawn, and your message with it. ${isMadeGood ? 'Another date is booked for it.' : 'The editors may offer another date; write to them if they don’t.'}`
      return `Your message is out. ${nextOfRunning(standing)}`
    case 'MISSED': {
      const next = isMadeGood ? 'Another date is booked for it.' : 'The editors will offer another date.'
      return `${standing.reason ?? ''} Your message doesn’t run on this date. ${next}`.trim()
    }
    case 'RELEASED':
      return 'This booking was taken off.'
  }
}

function nextOfRunning({ newer, writtenByStudio, correctionDue }: Standing): string {
  if (newer === 'sent back') return 'The editors ask for changes to it. Change your copy and send it again.'
  if (newer !== 'waits')
    return correctionDue
      ? 'Your new copy is approved; readers see it with the next correction.'
      : 'The report shows how it does.'
  return writtenByStudio
    ? 'The editors changed it: look at that, then accept it or change it. What runs stays until then.'
    : 'Your newer copy is with the editors; what runs stays until they approve it.'
}

/** What the curator does next, in words. */
export function nextForCurator(standing: Standing, today: string): string {
  const { state, deadline, writtenByStudio, isMadeGood, isHouse, isUnreachable } = standing
  const late = today > deadline
  switch (state) {
    case 'HELD':
      return 'Accept, answer or decline the request.'
    case 'BOOKED':
      if (isHouse) return `Write your own copy; it is due ${dayInWords(today, deadline)}.`
      return late
        ? 'No copy came in time. Write it for them, run their last copy, run house copy, or run without.'
        : isUnreachable
          ? `Add a contact, or write the copy; it is due ${dayInWords(today, deadline)}.`
          : `The sponsor writes; copy is due ${dayInWords(today, deadline)}.`
    case 'COPY_SUBMITTED':
      return writtenByStudio && !isHouse && !isUnreachable
        ? 'The sponsor may accept what you wrote, or you approve it for them.'
        : 'Review the copy.'
    case 'CHANGES_REQUESTED':
      return late
        ? 'The sponsor was asked for changes, and the deadline has passed.'
        : 'The sponsor makes the changes you asked for.'
    case 'APPROVED':
      return 'All done: it goes out with the issue.'
    case 'RAN':
      if (standing.isWithdrawn)
        return `It ran, but the issue was withdrawn: readers don’t see it. ${isMadeGood ? 'A make-good is booked.' : isHouse ? '' : 'Book a make-good if it is owed.'}`.trim()
      return nextBesideRunning(standing)
    case 'MISSED':
      if (isHouse) return 'It doesn’t run in this issue.'
      return `It doesn’t run in this issue. ${isMadeGood ? 'A make-good is booked.' : 'Book a make-good.'}`
    case 'RELEASED':
      return 'The place was given back.'
  }
}

function nextBesideRunning({ newer, correctionDue, writtenByStudio, isHouse }: Standing): string {
  if (newer === 'sent back') return 'It is out; the sponsor makes the changes you asked for.'
  if (newer === 'waits')
    return writtenByStudio && !isHouse
      ? 'It is out as it was approved. The sponsor may accept your newer copy, or you approve it for them.'
      : 'It is out as it was approved; new copy waits for your review.'
  return correctionDue
    ? 'Readers still see the copy from before. Publish the correction, and they see what you approved.'
    : 'It is out.'
}

/**
 * How a slot stands, in a word or two, to whoever looks: what the editors wrote waits for the sponsor and not for a
 * review, and copy that isn't there when it was due is overdue.
 */
export function standingInWords(
  { state, deadline, writtenByStudio, newer, isHouse, isWithdrawn }: Standing,
  today: string,
  viewer: 'sponsor' | 'studio',
): string {
  const late = today > deadline
  if (state === 'RAN' && isWithdrawn) return 'issue withdrawn'
  if (late && state === 'BOOKED') return 'overdue'
  if (late && state === 'CHANGES_REQUESTED') return 'changes requested, overdue'
  if (isHouse && state === 'COPY_SUBMITTED') return 'waiting for approval'
  const forSponsor = viewer === 'sponsor' ? 'waiting for you' : 'waiting for the sponsor'
  if (state === 'COPY_SUBMITTED' && writtenByStudio) return forSponsor
  if (newer === 'sent back') return `${stateInWords(state)}, changes requested`
  if (newer === 'waits' && viewer === 'studio')
    return `${stateInWords(state)}, new copy ${writtenByStudio ? forSponsor : 'waits for review'}`
  return stateInWords(state)
}

/** How urgent a slot is, for the colour of its badge. */
export function toneOf(
  { state, deadline, newer, writtenByStudio, isHouse, isWithdrawn }: Standing,
  today: string,
): 'plain' | 'ok' | 'warn' | 'bad' | 'filled' | 'accent' {
  const isTheirs = writtenByStudio === true && !isHouse
  if (state === 'RAN' && isWithdrawn) return 'bad'
  if (newer) return newer === 'waits' && !isTheirs ? 'accent' : 'warn'
  if (state === 'APPROVED' || state === 'RAN') return 'ok'
  if (state === 'MISSED') return 'bad'
  if (state === 'RELEASED') return 'plain'
  if (state === 'COPY_SUBMITTED') return isTheirs ? 'warn' : 'accent'
  if (state === 'HELD') return 'filled'
  return today > deadline ? 'bad' : 'warn'
}

/** What the editors want changed in the copy that was sent last; null where they ask for nothing. */
export function askedOf(
  { state, newer }: Pick<Standing, 'state' | 'newer'>,
  said: readonly SaidOfSlot[],
): string | null {
  if (state !== 'CHANGES_REQUESTED' && newer !== 'sent back') return null
  return said.findLast(({ verdict }) => verdict === 'CHANGES_REQUESTED')?.comment ?? null
}

/** The same of a slot with all its copy. */
export function standingOf(slot: SlotDetail): Standing {
  const { state, deadline, sponsor, placement, madeGoodBy } = slot
  const { current } = versionsToCompare(slot)
  const verdicts = slot.said.filter(
    ({ version, verdict }) => verdict !== 'COMMENT' && version === current?.number,
  )
  return {
    state,
    deadline,
    reason: slot.reason,
    writtenByStudio: current?.bySponsor === false,
    newer: newerCopyOf(slot, verdicts.at(-1)?.verdict ?? null),
    correctionDue: slot.correctionDue,
    isWithdrawn: slot.issue.state === 'WITHDRAWN',
    isMadeGood: madeGoodBy !== null,
    isHouse: sponsor.isHouse,
    isUnreachable: !sponsor.isHouse && !sponsor.hasContact,
    acceptsLate: placement.acceptsLate,
  }
}

export const copyFields = ['headline', 'text', 'callToAction', 'url', 'imageAlt'] as const
const copyLabels: Record<(typeof copyFields)[number], string> = {
  headline: 'Headline',
  text: 'Text',
  callToAction: 'Call to action',
  url: 'Address',
  imageAlt: 'What the image shows',
}

export type CopyChange = { label: string; parts: TextPart[] }

/** What changed from one version to another, field by field; fields that didn't change are left out. */
export function changesOf(before: AdCopyContent, after: AdCopyContent, lang: string): CopyChange[] {
  const texts = copyFields.flatMap((field) =>
    before[field] === after[field]
      ? []
      : [{ label: copyLabels[field], parts: diffText(before[field], after[field], lang) }],
  )
  if (before.imageId === after.imageId) return texts
  const kind = after.imageId === null ? 'removed' : 'added'
  const text =
    kind === 'removed' ? 'The image was removed.' : before.imageId ? 'Another image.' : 'An image was added.'
  return [...texts, { label: 'Image', parts: [{ kind, text }] }]
}

/** The version that waits for a word, and the one to compare it with: what was approved, else the one before it. */
export function versionsToCompare(slot: Pick<SlotDetail, 'versions' | 'versionId' | 'approvedVersionId'>): {
  current: CopyVersion | null
  before: CopyVersion | null
} {
  const at = slot.versions.findIndex(({ id }) => id === slot.versionId)
  const current = slot.versions[at] ?? null
  const approved = slot.versions.find(({ id }) => id === slot.approvedVersionId) ?? null
  const before = approved && approved !== current ? approved : (slot.versions[at - 1] ?? null)
  return { current, before }
}

/** Whether the copy being worked on says something else than what was sent last. */
export function hasUnsent({
  copy,
  versions,
  versionId,
}: Pick<SlotDetail, 'copy' | 'versions' | 'versionId'>): boolean {
  if (!copy) return false
  const sent = versions.find(({ id }) => id === versionId)
  if (!sent) return copyFields.some((field) => copy[field].trim() !== '') || copy.imageId !== null
  return copy.imageId !== sent.imageId || copyFields.some((field) => copy[field] !== sent[field])
}
