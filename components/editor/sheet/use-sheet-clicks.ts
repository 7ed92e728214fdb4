'use client'

import { type RefObject, useEffect } from 'react'
import type { ItemText } from '@/components/editor/core/document'
import { useDesk } from '@/components/editor/desk/use-desk'

/** The field that a click on a rendered item means. */
function fieldAt(target: Element, item: ItemText): string {
  const within = (selector: string) => target.closest(selector) !== null
  if (within('h2, h3, .ed-row-name')) return 'headline'
  if (within('.host, .ed-row-url')) return 'url'
  if (within('.disclosure')) return 'disclosure'
  if (within('.credit')) return 'credit'
  if (within('.source')) return item.byline ? 'byline' : 'url'
  return item.kind === 'link' && item.headline === '' ? 'headline' : 'blurb'
}

/** A click on rendered text writes in it; a link is followed with Ctrl or Cmd held. Keys have Enter for it. */
export function useSheetClicks(sheet: RefObject<HTMLElement | null>): void {
  const { desk, editor } = useDesk()
  useEffect(() => {
    const end = new AbortController()
    const onClick = (event: MouseEvent) => {
      const { target } = event
      const view = target instanceof Element ? target.closest<HTMLElement>('[data-view]') : null
      if (!view || !(target instanceof Element)) return
      if (target.closest('a') && (event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      if (getSelection()?.isCollapsed === false) return
      const id = view.dataset.view ?? ''
      const item = editor.state.doc.items[id]
      if (item) desk.edit({ kind: 'item', id }, fieldAt(target, item))
      else desk.edit({ kind: 'issue', id: editor.state.doc.issueId }, id)
    }
    sheet.current?.addEventListener('click', onClick, { signal: end.signal })
    return () => end.abort()
  }, [sheet, desk, editor])
}
