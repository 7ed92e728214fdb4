import type { Finding } from '@/lib/preflight/rules'
import type { Desk } from './use-desk'

/** Opens the field that a finding is about. */
export function jumpTo({ desk, editor }: Desk, { where }: Finding): void {
  desk.set({ asking: null })
  if (where.kind === 'issue') {
    if (where.field === 'title') {
      desk.set({ view: 'sheet' })
      document.querySelector<HTMLElement>('.ed-title [data-field]')?.focus()
    } else desk.edit({ kind: 'issue', id: editor.state.doc.issueId }, where.field)
  } else desk.edit({ kind: where.kind, id: where.id }, where.field)
}
