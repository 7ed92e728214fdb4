import { type Doc, sameValue } from '@/components/editor/core/document'
import { screenOf } from '@/components/editor/core/state'
import type { Finding, Fix } from '@/lib/preflight/rules'
import { removeSection, takeOutItem } from './actions'
import type { Desk } from './use-desk'

/** Whether what a fix would change or remove is as it was when it was found. */
export function isAsFound(fix: Fix, found: Doc, now: Doc): boolean {
  const { row } = fix
  if (fix.does === 'edit') return sameValue(screenOf(found, row)[fix.field], screenOf(now, row)[fix.field])
  if (row.kind === 'section') return sameValue(found.itemIds[row.id], now.itemIds[row.id])
  return sameValue(found.items[row.id], now.items[row.id])
}

/**
 * Mends what a finding is about, as one step that can be undone; the focus stays where it is. `found`: the issue in which it was found.
 * @returns false where there is nothing to mend, or it was changed since
 */
export function mend(desk: Desk, { fix }: Finding, found: Doc): boolean {
  if (!fix) return false
  const { editor } = desk
  if (!isAsFound(fix, found, editor.state.doc)) {
    desk.tell('That was changed just now. Look at it once more.')
    return false
  }
  if (fix.does === 'remove') {
    if (fix.row.kind === 'item') takeOutItem(desk, fix.row.id)
    else removeSection(desk, fix.row.id)
    return true
  }
  if (!editor.edit(fix.row, fix.field, fix.value)) return false
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
  return true
}
