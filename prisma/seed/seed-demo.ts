import { randomUUID } from 'node:crypto'
import { type SystemActor, systemActor, type UserActor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock/clock'
import { type Tx, transaction } from '@/lib/db/db'
import { addItem } from '@/lib/issues/commands/add-item'
import { createIssue } from '@/lib/issues/commands/create-issue'
import { saveIssue } from '@/lib/issues/commands/save-issue'
import type { ItemFields } from '@/lib/issues/schema'
import { writeEdition } from '@/lib/publishing/write-edition'
import { dateInZone, instantOnDate, nextWeekday } from '@/lib/schedule/rules'
import { type DemoIssue, demoDraft, demoIssues } from './demo-issues'
import { demoPublication } from './demo-publication'
import { fillWithHouseCopy, makeDemoPlacements, makeDemoSponsor } from './seed-sponsors'

export const DEMO_CURATOR = 'curator@demo.example'
const DAY_MS = 24 * 60 * 60 * 1000
const demo = systemActor('demo')

/** Somebody to sign in as, on an instance that nobody owns yet. */
export async function makeDemoCurator(tx: Tx): Promise<UserActor> {
  const person = { name: 'Demo Curator', role: 'OWNER' } as const
  const data = { ...person, email: DEMO_CURATOR, isDemo: true }
  const { id } = await tx.user.create({ data, select: { id: true } })
  return { kind: 'user', id, ...person }
}

/**
 * A publication to look around in: issues of the past weeks, a draft, a planned date with a slot to write for, an open
 * storefront, a curator and a sponsor.
 */
export async function seedDemo(outer?: Tx): Promise<void> {
  await transaction(async (tx) => {
    const curator = await makeDemoCurator(tx)
    await tx.publication.create({ data: demoPublication })
    const { zone, weekday, sendTime } = demoPublication
    const coming = nextWeekday(dateInZone(now(), zone), weekday)
    const placements = await makeDemoPlacements(tx, demo)
    for (const [index, issue] of demoIssues.entries()) {
      const date = weeksAfter(coming, index - demoIssues.length)
      const id = await writeIssue(tx, demo, issue, date)
      if (index === demoIssues.length - 1)
        await fillWithHouseCopy(tx, { demo, curator }, { issueId: id, placementId: placements.top })
      await writeEdition(tx, demo, id, { at: instantOnDate(date, sendTime, zone) })
    }
    await writeIssue(tx, demo, demoDraft, coming)
    const next = weeksAfter(coming, 1)
    const planned = await createIssue(demo, { commandId: randomUUID(), as: 'PLANNED', date: next }, tx)
    await makeDemoSponsor(tx, demo, { issueId: planned.id, placementId: placements.top })
  }, outer)
}

function weeksAfter(date: string, weeks: number): string {
  return new Date(Date.parse(date) + weeks * 7 * DAY_MS).toISOString().slice(0, 10)
}

/** Writes a draft by the commands that the browser uses. @returns its id */
async function writeIssue(tx: Tx, actor: SystemActor, issue: DemoIssue, date: string): Promise<string> {
  const { id } = await createIssue(actor, { commandId: randomUUID(), as: 'DRAFT', date }, tx)
  await saveIssue(actor, { commandId: randomUUID(), id, version: 0, fields: { intro: issue.intro } }, tx)
  const sections = await tx.section.findMany({
    where: { issueId: id },
    orderBy: { position: 'asc' },
    select: { id: true },
  })
  const texts: ItemFields[][] = [issue.articles, issue.outages]
  for (const [index, { id: sectionId }] of sections.entries()) {
    for (const fields of texts[index] ?? []) {
      await addItem(actor, { commandId: randomUUID(), id: randomUUID(), sectionId, fields, place: {} }, tx)
    }
  }
  return id
}
