import { nameOfSection, type Spot, spotOfItem } from '@/components/editor/core/ordering'
import { place, type Target } from '@/components/inbox/core/actions'
import type { Moved } from '@/components/inbox/core/state'
import { newUuid } from '@/components/studio/new-uuid'
import { itemOfCapture } from '@/lib/captures/rules'
import { type CaptureRow, captureAddressProblem } from '@/lib/captures/schema'
import { emptyItem } from '@/lib/issues/rules'
import { endOfSection, removeItem } from './actions'
import { elementOfRow } from './desk-state'
import type { Desk } from './use-desk'

/** Whether captures can go into this issue, and items of it back: readers don't have it yet. */
export function takesCaptures({ state }: { state: string }): boolean {
  return state === 'DRAFT' || state === 'SCHEDULED'
}

/** A section of the open issue, for captures. */
export function targetAt(desk: Desk, spot: () => Spot, sectionId: string, name: string): Target {
  return { id: sectionId, name, atOnce: true, place: (rows) => placeRows(desk, rows, spot()) }
}

/** The place below the item in focus; before anybody was in one, the end of the first section. */
export function placeInFocus(desk: Desk): Target | null {
  const { doc } = desk.editor.state
  const { current } = desk.desk.state
  const standing = current ? spotOfItem(doc, current) : undefined
  const first = doc.sectionIds[0]
  const spot = standing ? { ...standing, after: current } : first ? endOfSection(desk, first) : null
  return spot && targetAt(desk, () => spot, spot.sectionId, nameOfSection(doc, spot.sectionId))
}

/** Puts a capture that was dragged at a place, with all that is selected if it is among them. */
export function dropCapture(desk: Desk, id: string, spot: Spot): void {
  const { selected } = desk.inbox.state
  const name = nameOfSection(desk.editor.state.doc, spot.sectionId)
  const target = targetAt(desk, () => spot, spot.sectionId, name)
  place(desk.inbox, target, selected.includes(id) ? selected : [id])
}

/** Makes items of captures, one below the other, at once on the sheet; answers which, and how they go back. */
async function placeRows(desk: Desk, rows: readonly CaptureRow[], spot: Spot): Promise<Moved> {
  const { editor } = desk
  const ids: string[] = []
  for (const row of rows) {
    const id = newUuid()
    const text = { ...emptyItem, ...itemOfCapture(row) }
    const there = { sectionId: spot.sectionId, after: ids.at(-1) ?? spot.after }
    const capture = { id: row.id }
    if (!editor.perform({ type: 'place-item', id, text, spot: there, again: false, capture }))
      throw new Error('This section is not there any more. Choose another one.')
    ids.push(id)
  }
  show(desk, ids.at(-1))
  const refusals = await allAnswered(desk, ids)
  // What the server made of them: by a title that was read meanwhile, a note of somebody else, the name of a service,
  // or where the link was sent before.
  void editor.refresh()
  const isThere = (_: unknown, index: number) => refusals[index] === null
  const there = ids.filter(isThere)
  const takeBack = async () => {
    for (const id of there.toReversed()) takeOut(desk, id)
    await allAnswered(desk, there)
  }
  return { moved: rows.filter(isThere).map(({ id }) => id), takeBack }
}

/** Brings what was placed into view; the preview follows. The focus stays where it is. */
function show({ desk }: Desk, id: string | undefined): void {
  if (!id) return
  desk.set({ current: id })
  requestAnimationFrame(() => elementOfRow(id)?.scrollIntoView({ block: 'nearest' }))
}

// What the server refuses, the editor says by itself, and the inbox is read anew.
const allAnswered = ({ editor }: Desk, ids: readonly string[]) =>
  Promise.all(ids.map((id) => editor.structure.answerFor(id)))

function takeOut({ editor, desk }: Desk, id: string): void {
  const last = editor.state.history.done.at(-1)
  if (desk.state.editing?.row.id === id) desk.stopEditing()
  if (last?.op.type === 'place-item' && last.op.id === id) editor.undo()
  else editor.perform({ type: 'remove-item', id, toInbox: 'was' })
}

const SETTLE_FIRST = 'Settle what is marked in it first.'

/** Whether somebody has to choose whose words of an item stand, or to mend what can't be saved. */
function isMarked({ editor }: Desk, id: string): boolean {
  const { conflicts = {}, errors = {} } = editor.state.sync[id] ?? {}
  return Object.keys({ ...conflicts, ...errors }).length > 0
}

/** Takes an item out of the issue and into the inbox, with all that was written in it. */
export async function sendToInbox(desk: Desk, id: string): Promise<void> {
  const { editor, tell } = desk
  const problem = captureAddressProblem(editor.state.doc.items[id]?.url ?? '')
  if (problem) tell(`The inbox keeps links. ${problem}`)
  else if (isMarked(desk, id)) tell(SETTLE_FIRST)
  else {
    const saved = !editor.state.sync[id]?.sending || (await editor.settle())
    // What comes back from a save may clash: words that nobody chose would stay behind.
    if (isMarked(desk, id)) tell(SETTLE_FIRST)
    else if (saved) removeItem(desk, id, 'top')
    else tell('It can go back once it is saved.')
  }
}
