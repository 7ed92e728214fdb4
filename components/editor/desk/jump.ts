import type { RowRef } from '@/components/editor/core/document'
import type { Finding } from '@/lib/preflight/rules'
import type { Desk } from './use-desk'

/** How one input of the further links is called among the fields of its form. */
export function partOfLink(at: number, part: 'label' | 'url'): string {
  return `links.${at}.${part}`
}

/** Opens a row at one of its fields, with the focus in it. */
export function openField({ desk }: Desk, row: RowRef, field: string): void {
  desk.edit(row, field)
  // It is always open.
  if (row.kind === 'issue' && field === 'title')
    document.querySelector<HTMLElement>('.ed-title [data-field]')?.focus()
}

/** Opens the field that a finding is about. */
export function jumpTo(whole: Desk, { where }: Finding): void {
  const { desk, editor } = whole
  desk.set({ asking: null })
  if (where.kind === 'issue') {
    openField(whole, { kind: 'issue', id: editor.state.doc.issueId }, where.field)
  } else if (where.kind === 'slot') {
    window.location.assign(`/admin/sponsors/slots/${where.id}`)
  } else {
    const link = where.kind === 'item' ? where.link : undefined
    openField(whole, { kind: where.kind, id: where.id }, link ? partOfLink(link.at, link.part) : where.field)
  }
}
