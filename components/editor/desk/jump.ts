import type { Finding } from '@/lib/preflight/rules'
import type { Desk } from './use-desk'

/** How one input of the further links is called among the fields of its form. */
export function partOfLink(at: number, part: 'label' | 'url'): string {
  return `links.${at}.${part}`
}

/** Opens the field that a finding is about. */
export function jumpTo({ desk, editor }: Desk, { where }: Finding): void {
  desk.set({ asking: null })
  if (where.kind === 'issue') {
    if (where.field === 'title') {
      desk.set({ view: 'sheet' })
      document.querySelector<HTMLElement>('.ed-title [data-field]')?.focus()
    } else desk.edit({ kind: 'issue', id: editor.state.doc.issueId }, where.field)
  } else if (where.kind === 'slot') {
    window.location.assign(`/admin/sponsors/slots/${where.id}`)
  } else {
    const link = where.kind === 'item' ? where.link : undefined
    desk.edit({ kind: where.kind, id: where.id }, link ? partOfLink(link.at, link.part) : where.field)
  }
}
