import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/accounts/schema'
import { systemActor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { addItem } from '@/lib/issues/commands/add-item'
import { addSection } from '@/lib/issues/commands/add-section'
import { createIssue } from '@/lib/issues/commands/create-issue'
import type { ItemFields } from '@/lib/issues/schema'
import { upcomingDate } from '@/lib/issues/upcoming-date'

export const tester = systemActor('test')

/** The publication's row, with sections Articles and Outages in its template. */
export async function makePublication(fields: { name?: string; zone?: string } = {}): Promise<void> {
  const sectionTemplates = [
    { title: 'Articles', layout: 'articles' },
    { title: 'Outages', layout: 'list' },
  ]
  await db().publication.create({
    data: { name: 'Tide Table', zone: 'America/New_York', sectionTemplates, ...fields },
  })
}

/** A link item that nothing can be said against. */
export const linkFields = (name: string): ItemFields => ({
  kind: 'link',
  headline: name,
  url: `https://example.org/${encodeURIComponent(name)}`,
  blurb: `About ${name}.`,
})

export type MadeIssue = { id: string; slug: string; sectionId: string; items: string[] }

/** On an instance with a demo other tests book dates beside this one, so a draft takes one that is not planned yet. */
async function dateBesideDemo(): Promise<string | null> {
  const isDemo = (await db().user.count({ where: { isDemo: true } })) > 0
  return isDemo ? upcomingDate(db()) : null
}

/** A draft with one section and an item for each headline, made by the commands themselves; on the next date unless told. */
export async function makeDraft(
  headlines: string[] = ['First', 'Second', 'Third'],
  actor: Actor = tester,
  date?: string,
): Promise<MadeIssue> {
  const on = date ?? (await dateBesideDemo())
  const call = { commandId: randomUUID(), as: 'DRAFT' as const }
  const { id, slug } = await createIssue(actor, { ...call, ...(on ? { date: on } : {}) })
  const sectionId = randomUUID()
  const place = {}
  const section = {
    commandId: randomUUID(),
    id: sectionId,
    issueId: id,
    title: 'Links',
    layout: 'articles',
    place,
  } as const
  await addSection(actor, section)
  const items: string[] = []
  for (const headline of headlines) {
    const itemId = randomUUID()
    const fields = linkFields(headline)
    await addItem(actor, { commandId: randomUUID(), id: itemId, sectionId, fields, place })
    items.push(itemId)
  }
  return { id, slug: slug ?? '', sectionId, items }
}
