import { randomUUID } from 'node:crypto'
import type { ContactActor } from '@/lib/accounts/schema'
import { countClicks } from '@/lib/clicks/count-clicks'
import type { ClickKind } from '@/lib/clicks/schema'
import { now } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { publishIssue } from '@/lib/publishing/commands/publish-issue'
import { approveCopy } from '@/lib/sponsors/commands/review-copy'
import type { AdCopyContent } from '@/lib/sponsors/schema'
import { makePerson } from './actors'
import { makeDraft, tester } from './issues'
import { makePlacement, makeSlot, makeSponsor, sendCopy } from './sponsors'

type Sponsor = { id: string; contact: ContactActor }
export type RanSlot = {
  slotId: string
  issueId: string
  sponsor: Sponsor
  placementId: string
  /** The id of the counted address of each link. */
  targets: Record<string, string>
}

type Wishes = {
  sponsor?: Sponsor
  placementId?: string
  copy?: Partial<AdCopyContent>
  headlines?: string[]
  /** The next date unless told, `YYYY-MM-DD`. */
  date?: string
}

/** A slot that was booked, written, approved and run in an issue published now. */
export async function makeRanSlot({ copy = {}, headlines, date, ...wishes }: Wishes = {}): Promise<RanSlot> {
  const { id: issueId } = await makeDraft(headlines, tester, date)
  const sponsor = wishes.sponsor ?? (await makeSponsor())
  const placementId = wishes.placementId ?? (await makePlacement())
  const { id: slotId } = await makeSlot(sponsor.id, placementId, { issueId })
  await approve(slotId, (await sendCopy(sponsor.contact, slotId, copy)).versionId)
  await publishIssue(tester, { id: issueId, commandId: randomUUID() })
  const found = await db().clickTarget.findMany({ where: { slotId }, select: { id: true, url: true } })
  const targets = Object.fromEntries(found.map(({ id, url }) => [url, id]))
  return { slotId, issueId, sponsor, placementId, targets }
}

export async function approve(slotId: string, versionId: string): Promise<void> {
  const approval = { commandId: randomUUID(), slotId, versionId, comment: '', onBehalf: false }
  await approveCopy(await makePerson('EDITOR'), approval)
}

/** Counts clicks on every link of a slot. `day`: `YYYY-MM-DD`, today unless told. */
export function click(
  { targets }: RanSlot,
  count: number,
  kind: ClickKind = 'verified',
  day = now().toISOString().slice(0, 10),
): Promise<void> {
  return countClicks(
    randomUUID(),
    Object.values(targets).map((target) => ({ target, day, kind, count })),
  )
}
