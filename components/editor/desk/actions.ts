import { type ItemText, type SectionText, sectionOfItem } from '@/components/editor/core/document'
import type { Op } from '@/components/editor/core/operations'
import {
  describeItemPlace,
  describeSectionPlace,
  groupOfItem,
  nameOfSection,
  type Spot,
  stepOfItem,
  stepOfSection,
} from '@/components/editor/core/ordering'
import { newUuid } from '@/components/studio/new-uuid'
import { emptyItem, nameOfItem } from '@/lib/issues/rules'
import { focusAdder, focusRow } from './desk-state'
import type { Desk } from './use-desk'

const docOf = ({ editor }: Desk) => editor.state.doc

/** Adds an empty item and opens it. */
export function addItem(desk: Desk, spot: Spot, text: Partial<ItemText> = {}): void {
  const id = newUuid()
  const item = { ...emptyItem, ...text }
  if (!desk.editor.perform({ type: 'place-item', id, text: item, spot, again: false })) return
  desk.desk.edit({ kind: 'item', id }, item.kind === 'link' ? 'headline' : 'blurb')
}

/** The place after the last item of a section. */
export function endOfSection(desk: Desk, sectionId: string): Spot {
  return { sectionId, after: docOf(desk).itemIds[sectionId]?.at(-1) ?? null }
}

/** Opens the item after this one; at the end of a section a new one. */
export function nextItem(desk: Desk, id: string): void {
  const doc = docOf(desk)
  const sectionId = sectionOfItem(doc, id)
  if (!sectionId) return
  const ids = doc.itemIds[sectionId] ?? []
  const next = ids[ids.indexOf(id) + 1]
  if (next) desk.desk.edit({ kind: 'item', id: next }, 'headline')
  else addItem(desk, { sectionId, after: id })
}

/** Adds an empty section. One that has its title already waits for its first item; another for its title. */
export function addSection(desk: Desk, after: string | null, section: Partial<SectionText> = {}): void {
  const id = newUuid()
  const text: SectionText = { title: '', layout: 'articles', ...section }
  if (!desk.editor.perform({ type: 'place-section', id, text, items: [], after, again: false })) return
  if (text.title) {
    desk.announce(`Added ${text.title}.`)
    focusAdder(id)
  } else desk.desk.edit({ kind: 'section', id }, 'title')
}

/** Moves an item, with those tied to it, and says where it stands now. */
export function moveItem(desk: Desk, id: string, spot: Spot | undefined): boolean {
  const done = spot !== undefined && desk.editor.perform({ type: 'move-item', id, spot })
  const group = groupOfItem(docOf(desk), id).length
  const along = group > 1 ? `, with ${group - 1} tied to it` : ''
  desk.announce(done ? `${describeItemPlace(docOf(desk), id)}${along}` : 'It can’t go further.')
  return done
}

export function stepItem(desk: Desk, id: string, step: -1 | 1): boolean {
  return moveItem(desk, id, stepOfItem(docOf(desk), id, step))
}

export function stepSection(desk: Desk, id: string, step: -1 | 1): void {
  const after = stepOfSection(docOf(desk), id, step)
  const done = after !== undefined && desk.editor.perform({ type: 'move-section', id, after })
  desk.announce(done ? describeSectionPlace(docOf(desk), id) : 'It can’t go further.')
}

/** Removes a row at once, and offers to take that back. */
function remove(desk: Desk, op: Op, message: string): void {
  const { editor } = desk
  if (!editor.perform(op)) return
  const step = editor.state.history.done.at(-1)
  desk.tell(message, {
    label: 'Undo',
    act: () => {
      if (!step) return
      if (editor.state.history.done.at(-1) === step) editor.undo()
      else editor.perform(step.inverse)
      if ('id' in step.op) focusRow(step.op.id)
    },
  })
}

/** Takes an item out of the issue, or into the inbox; answers its neighbour. */
export function takeOutItem(desk: Desk, id: string, toInbox?: 'top'): string | undefined {
  const doc = docOf(desk)
  const item = doc.items[id]
  if (!item) return undefined
  const sectionId = sectionOfItem(doc, id) ?? ''
  const ids = doc.itemIds[sectionId] ?? []
  const neighbour = ids[ids.indexOf(id) + 1] ?? ids[ids.indexOf(id) - 1]
  if (desk.desk.state.editing?.row.id === id) desk.desk.stopEditing()
  const name = `“${nameOfItem(item)}”`
  const op = { type: 'remove-item', id, ...(toInbox ? { toInbox } : {}) } as const
  remove(desk, op, toInbox ? `${name} is back in the inbox.` : `Removed ${name}.`)
  if (desk.desk.state.current === id) desk.desk.set({ current: neighbour ?? null })
  return neighbour
}

/** Removes an item, from the issue or into the inbox; the focus goes to its neighbour. */
export function removeItem(desk: Desk, id: string, toInbox?: 'top'): void {
  const neighbour = takeOutItem(desk, id, toInbox)
  if (neighbour) focusRow(neighbour)
}

export function removeSection(desk: Desk, id: string): void {
  const doc = docOf(desk)
  const count = doc.itemIds[id]?.length ?? 0
  const along = count === 0 ? '' : ` and its ${count === 1 ? 'item' : `${count} items`}`
  remove(desk, { type: 'remove-section', id }, `Removed ${nameOfSection(doc, id)}${along}.`)
}

/** Whether nothing was written into an item. */
export function isBlank(item: ItemText): boolean {
  const { headline, url, blurb, byline, credit, disclosure, links, topics } = item
  return [headline, url, blurb, byline, credit, disclosure, ...links, ...topics].join('').trim() === ''
}

/** Closes an item. One that is still blank goes away again. */
export function leaveItem(desk: Desk, id: string): void {
  const doc = docOf(desk)
  const item = doc.items[id]
  desk.desk.stopEditing()
  if (item && isBlank(item)) {
    const sectionId = sectionOfItem(doc, id) ?? ''
    const ids = doc.itemIds[sectionId] ?? []
    const neighbour = ids[ids.indexOf(id) - 1] ?? ids[ids.indexOf(id) + 1]
    const last = desk.editor.state.history.done.at(-1)
    if (last?.op.type === 'place-item' && last.op.id === id) desk.editor.undo()
    else desk.editor.perform({ type: 'remove-item', id })
    if (neighbour) focusRow(neighbour)
    else focusAdder(sectionId)
  } else focusRow(id)
}
