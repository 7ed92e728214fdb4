import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import type { Tx } from '@/lib/db/db'
import type { IssueDraft, ItemContent, SectionContent } from '@/lib/issues/schema'
import { addItem } from './add-item'
import { addSection } from './add-section'
import { endOfSection, endOfSections, orderItems, orderSections } from './put-in-order'
import { removeItem } from './remove-item'
import { removeSection } from './remove-section'
import { saveItem } from './save-item'
import { saveSection } from './save-section'
import { notePointing } from './where-pointing'

export type TargetItem = { id: string; content: ItemContent }
export type TargetSection = { id: string; content: SectionContent; items: TargetItem[] }

type Known<C> = Map<string, { version: number; content: C }>

/** The fields in which two contents differ, with the values they shall have. */
function changedFields<C extends object>(now: C, wanted: C): Partial<C> {
  const entries = Object.entries(wanted).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(now[name as keyof C]),
  )
  return Object.fromEntries(entries) as Partial<C>
}

/**
 * Makes sections and items of a draft what `target` says, in its order: what isn't there is added, or brought back where
 * it was removed; what isn't named is removed. By the commands that a person would use, each with its audit row, and
 * within the caller's transaction, which has locked the draft (`lockDraft`).
 */
export async function applyDraft(
  tx: Tx,
  actor: Actor,
  draft: IssueDraft,
  target: readonly TargetSection[],
): Promise<void> {
  const sections: Known<SectionContent> = new Map()
  const items: Known<ItemContent> = new Map()
  for (const section of draft.sections) {
    const { id, version, title, layout } = section
    sections.set(id, { version, content: { title, layout } })
    for (const { id: itemId, version: seen, ...content } of section.items)
      items.set(itemId, { version: seen, content })
  }
  for (const section of target) await applySection(tx, actor, draft.id, sections, section)
  const written = new Set<string>()
  for (const section of target)
    for (const item of section.items)
      if (await applyItem(tx, actor, section.id, items, item)) written.add(item.id)
  const named = new Set(target.flatMap((section) => [section.id, ...section.items.map(({ id }) => id)]))
  const isOver = (id: string) => !named.has(id)
  for (const id of [...items.keys()].filter(isOver)) await removeItem(actor, { ...call(), id }, tx)
  await orderItems(tx, actor, draft.id, target)
  await notePointing(tx, target, written)
  for (const id of [...sections.keys()].filter(isOver)) await removeSection(actor, { ...call(), id }, tx)
  await orderSections(tx, actor, draft.id, target)
}

const call = () => ({ commandId: randomUUID() })

async function applySection(
  tx: Tx,
  actor: Actor,
  issueId: string,
  known: Known<SectionContent>,
  { id, content }: TargetSection,
): Promise<void> {
  let there = known.get(id)
  if (!there) there = (await bringBackSection(tx, actor, id)) ?? undefined
  if (!there) await addSection(actor, { ...call(), id, issueId, ...content, place: {} }, tx)
  else {
    const fields = changedFields(there.content, content)
    if (Object.keys(fields).length > 0)
      await saveSection(actor, { ...call(), id, version: there.version, fields }, tx)
  }
}

/** Whether its blurb was written anew. */
async function applyItem(
  tx: Tx,
  actor: Actor,
  sectionId: string,
  known: Known<ItemContent>,
  { id, content }: TargetItem,
): Promise<boolean> {
  const there = known.get(id)
  const back = there ? null : await bringBackItem(tx, actor, id, sectionId)
  const version = there?.version ?? back?.version
  if (version === undefined)
    await addItem(actor, { ...call(), id, sectionId, fields: content, place: {} }, tx)
  else {
    const fields = there ? changedFields(there.content, content) : content
    if (Object.keys(fields).length > 0) await saveItem(actor, { ...call(), id, version, fields }, tx)
  }
  return content.blurb !== (there?.content.blurb ?? back?.blurb)
}

/** A section that was removed, empty: its items come one by one. Its place is found afterwards. */
async function bringBackSection(tx: Tx, actor: Actor, id: string) {
  const row = await tx.section.findUnique({
    where: { id },
    select: { version: true, title: true, layout: true },
  })
  if (!row) return null
  const version = row.version + 1
  const position = await endOfSections(tx, id)
  await tx.section.update({ where: { id }, data: { removedAt: null, removalId: null, position, version } })
  await recordAudit(tx, actor, { action: 'restore-section', subject: 'section', subjectId: id })
  return { version, content: { title: row.title, layout: row.layout } }
}

/** An item that was removed and is back in this section; null where there never was one. */
async function bringBackItem(tx: Tx, actor: Actor, id: string, sectionId: string) {
  const row = await tx.item.findUnique({ where: { id }, select: { version: true, blurb: true } })
  if (!row) return null
  const version = row.version + 1
  const position = await endOfSection(tx, sectionId)
  await tx.item.update({
    where: { id },
    data: { removedAt: null, removalId: null, sectionId, position, version },
  })
  await recordAudit(tx, actor, { action: 'restore-item', subject: 'item', subjectId: id })
  return { version, blurb: row.blurb }
}
