import type { Finding } from '@/lib/preflight/rules'
import { removeItem, removeSection } from './actions'
import type { Desk } from './use-desk'

/** Mends what a finding is about, as one step that can be undone. */
export function mend(desk: Desk, { fix }: Finding): void {
  if (!fix) return
  const { editor } = desk
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
