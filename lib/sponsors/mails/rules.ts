import { waitsForSponsor } from '@/lib/sponsors/reminders/rules'
import type { ContactMailKind, SlotState } from '@/lib/sponsors/schema'

/** What decides whether a message about a slot is still true. `aboutVersionId`: of the version or review it is about. */
export type MailStanding = {
  state: SlotState
  versionId: string | null
  approvedVersionId: string | null
  writtenByStudio: boolean
  aboutVersionId: string | null
  /** Whether its issue was taken from readers again. */
  isWithdrawn: boolean
  /** Where a moved slot was before; null where it is there again. */
  movedFrom: object | null
}

const coming: readonly SlotState[] = ['BOOKED', 'COPY_SUBMITTED', 'CHANGES_REQUESTED', 'APPROVED']

/**
 * Whether a message may still leave: jobs run late and again, and nobody is told what is no longer so. A reminder never
 * leaves once there is nothing left to do.
 */
export function isStillTrue(kind: ContactMailKind, slot: MailStanding): boolean {
  const { state, versionId, approvedVersionId, aboutVersionId } = slot
  switch (kind) {
    case 'booked':
    case 'make-good':
      return coming.includes(state)
    case 'moved':
      return coming.includes(state) && slot.movedFrom !== null
    case 'released':
      return state === 'RELEASED'
    case 'missed':
      return state === 'MISSED'
    case 'written':
      return (
        aboutVersionId === versionId &&
        (state === 'COPY_SUBMITTED' || (state === 'RAN' && approvedVersionId !== versionId))
      )
    case 'changes-requested':
      return aboutVersionId === versionId && (state === 'CHANGES_REQUESTED' || state === 'RAN')
    case 'approved':
      return aboutVersionId === approvedVersionId && (state === 'APPROVED' || state === 'RAN')
    case 'ran':
    case 'live':
      return state === 'RAN' && !slot.isWithdrawn
    case 'commented':
      return true
    case 'reminder':
      return waitsForSponsor(slot)
  }
}

/**
 * What is undone at once is no news: the mail of a booking, a move or an end waits this long. A booking dragged on starts
 * it anew.
 */
export const MAIL_SETTLES_MS = 2 * 60_000

/** `date`: where the issue itself came on another one, `YYYY-MM-DD`. */
type Place = { issueId: string; placementId: string; date?: string | undefined }
export type Move = { at: Date; from: Place; to: Place }

/**
 * Where a slot was before its last moves, oldest first: moves that followed each other sooner than a mail could leave are
 * one. Null where there is none, or it came back.
 */
export function moveInOne(moves: readonly Move[]): Place | null {
  const last = moves.at(-1)
  if (!last) return null
  let first = last
  for (const move of moves.slice(0, -1).reverse()) {
    if (first.at.getTime() - move.at.getTime() >= MAIL_SETTLES_MS) break
    first = move
  }
  const { from } = first
  const { to } = last
  const isBack = from.issueId === to.issueId && from.placementId === to.placementId && from.date === to.date
  return isBack ? null : from
}
