import { type Doc, sameValue } from '@/components/editor/core/document'
import { screenOf } from '@/components/editor/core/state'
import type { Finding, Fix } from '@/lib/preflight/rules'
import { removeItem, removeSection } from './actions'
import type { Desk } from './use-desk'

/** Whether what a fix would change or remove is as it was when it was found. */
export function isAsFound(fix: Fix, found: Doc, now: Doc): boolean {
  const { row } = fix
  if (fix.does === 'edit') return sameValue(screenOf(found, row)[fix.field], screenOf(now, row)[fix.field])
  if (row.kind === 'section') return sameValue(found.itemIds[row.id], now.itemIds[row.id])
  return sameValue(found.items[row.id], now.items[row.id])
}

/** Mends what a finding is about, as one step that can be undone. `found`: the issue in which it was found. */
export function mend(desk: Desk, { fix }: Finding, found: Doc): void {
  if (!fix) return
  const { editor } = desk
  if (!isAsFound(fix, found, editor.state.doc)) {
    desk.tell('That was changed just now. Look at it once more.')
    return
  }
  if (fix.does === 'remove') {
    if (fix.row.kind === 'item') removeItem(desk, fix.row.id)
    else removeSection(desk, fix.row.id)
    return
  }
  if (!editor.edit(fix.row, fix.field, fix.value)) return
  editor.leave(fix.row)
  const step = editor.state.history.done.at(-1)
  desk.tell('Mended.', {
    label: 'Undo',
    act: () => {
      if (!step) return
      if (editor.state.history.done.at(-1) === step) editor.undo()
      else editor.perform(step.inverse)
    },
  })
}
