import { mayUseStudio, mayWorkOnIssues } from '@/lib/accounts/policy'
import type { Actor } from '@/lib/accounts/schema'
import { isLive, mayStep } from './rules'
import type { SlotView } from './schema'

type Who = Actor | null
type OfSponsor = { sponsorId: string }

/** Companies, placements, bookings, money: the studio's alone. */
export const mayManageSponsors = mayWorkOnIssues

function isOwn(who: Who, { sponsorId }: OfSponsor): boolean {
  return who?.kind === 'contact' && who.sponsorId === sponsorId
}

/** A slot, its copy and what was said about it: the studio, and the contacts of its own company. */
export function maySeeSlot(who: Who, slot: OfSponsor): boolean {
  return mayWorkOnIssues(who) || isOwn(who, slot)
}

/** An image before readers see it: the studio, and the contacts of the company that sent it. */
export const maySeeImage = maySeeSlot

/** The text being worked on. What was released or missed is over. */
export function mayEditCopy(who: Who, slot: OfSponsor & Pick<SlotView, 'state'>): boolean {
  return maySeeSlot(who, slot) && isLive(slot.state) && slot.state !== 'HELD'
}

export function maySubmitCopy(who: Who, slot: OfSponsor & Pick<SlotView, 'state'>): boolean {
  return mayEditCopy(who, slot) && mayStep(slot.state, 'submit')
}

/** Approving and asking for changes is the publication's; only a person judges. */
export function mayReview(who: Who): boolean {
  return mayUseStudio(who)
}

/** A sponsor accepts what the studio wrote or mended in its copy. */
export function mayAccept(who: Who, slot: OfSponsor, version: { bySponsor: boolean }): boolean {
  return isOwn(who, slot) && !version.bySponsor
}
