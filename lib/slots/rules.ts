import type { AdCopyContent, SlotState } from '@/lib/sponsors/schema'
import type { TextPart } from '@/lib/word-diff/rules'
import { diffText } from '@/lib/word-diff/rules'
import type { CopyVersion, SlotDetail } from './schema'

/** What is to be known of a slot to say what comes next. Dates are `YYYY-MM-DD` in the publication's zone. */
type Standing = {
  state: SlotState
  deadline: string
  hasCopy: boolean
  /** Words of the curator's, as `state` alone doesn't say who wrote what waits. */
  writtenByStudio?: boolean
  /** Of what ran: newer copy waits for review, or was approved and isn’t before readers yet. */
  waits?: boolean
  correctionDue?: boolean
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
export function nextForSponsor(
  { state, deadline, hasCopy, writtenByStudio, waits, correctionDue }: Standing,
  today: string,
): string {
  const late = today > deadline
  switch (state) {
    case 'HELD':
      return 'The place is kept for you until the editors answer. Nothing to do yet.'
    case 'BOOKED':
      return late
        ? 'Your copy is overdue. Write it now, or run what you ran before.'
        : `Write your copy, or run what you ran before; it is due ${dayInWords(today, deadline)}.`
    case 'COPY_SUBMITTED':
      return writtenByStudio
        ? 'The editors wrote this for you. Look at it, then accept it or change it.'
        : 'Your copy is with the editors. Nothing to do; you can still change it.'
    case 'CHANGES_REQUESTED':
      return 'The editors ask for changes. Read what they say below, change your copy and send it again.'
    case 'APPROVED':
      return 'Your copy is approved and stands in the issue. Nothing to do.'
    case 'RAN':
      if (waits) return 'Your message is out; what you sent since then is with the editors.'
      return correctionDue
        ? 'Your message is out. Your new copy is approved; readers see it with the next correction.'
        : 'Your message is out. The report shows how it does.'
    case 'MISSED':
      return hasCopy
        ? 'The issue went out without this message. The editors will offer another date.'
        : 'No copy came in time, so the issue went out without it. The editors will offer another date.'
    case 'RELEASED':
      return 'This booking was taken off.'
  }
}

/** What the curator does next, in words. */
export function nextForCurator(
  { state, deadline, writtenByStudio, waits, correctionDue }: Standing,
  today: string,
): string {
  const late = today > deadline
  switch (state) {
    case 'HELD':
      return 'Accept, answer or decline the request.'
    case 'BOOKED':
      return late
        ? 'No copy came in time. Write it for them, run their last copy, run house copy, or run without.'
        : `The sponsor writes; copy is due ${dayInWords(today, deadline)}.`
    case 'COPY_SUBMITTED':
      return writtenByStudio
        ? 'The sponsor may accept what you wrote, or you approve it for them.'
        : 'Review the copy.'
    case 'CHANGES_REQUESTED':
      return late
        ? 'The sponsor was asked for changes, and the deadline has passed.'
        : 'The sponsor makes the changes you asked for.'
    case 'APPROVED':
      return 'All done: it goes out with the issue.'
    case 'RAN':
      if (waits) return 'It is out as it was approved; new copy waits for your review.'
      return correctionDue
        ? 'Readers still see the copy from before. Publish the correction, and they see what you approved.'
        : 'It is out.'
    case 'MISSED':
      return 'The issue went out without it. Book a make-good.'
    case 'RELEASED':
      return 'The place was given back.'
  }
}

/** How urgent a slot is, for the colour of its badge. */
export function toneOf(
  { state, deadline }: Pick<Standing, 'state' | 'deadline'>,
  today: string,
): 'plain' | 'ok' | 'warn' | 'bad' | 'filled' | 'accent' {
  if (state === 'APPROVED' || state === 'RAN') return 'ok'
  if (state === 'MISSED') return 'bad'
  if (state === 'RELEASED') return 'plain'
  if (state === 'COPY_SUBMITTED') return 'accent'
  if (state === 'HELD') return 'filled'
  return today > deadline ? 'bad' : 'warn'
}

export const copyFields = ['headline', 'text', 'callToAction', 'url', 'imageAlt'] as const
export const copyLabels: Record<(typeof copyFields)[number], string> = {
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
