import { useEffect, useRef, useState } from 'react'
import { fitQuote, type Handed, readFragment } from '@/lib/sharing/rules'
import { forgetFragment, keptFragment } from './keep-fragment'

/**
 * The selection that the bookmarklet put behind `#`, as Markdown: from the address, or from before signing in. Put into
 * the quote once, over what the server knew of it.
 */
export function useSelection(handed: Handed, put: (quote: string) => void) {
  const [isCut, setCut] = useState(false)
  const isRead = useRef(false)
  useEffect(() => {
    if (isRead.current) return
    isRead.current = true
    const hash = window.location.hash || keptFragment(handed.url)
    const { quote: text, html, isCut: wasCut } = readFragment(hash)
    if (text === '' && html === '') return
    const use = (markdown: string) => {
      const { quote, isCut: isTooLong } = fitQuote(markdown || text)
      put(quote)
      setCut(wasCut || isTooLong)
    }
    if (html === '') return use(text)
    // What turns HTML into Markdown weighs more than the window; it is asked for where there is HTML.
    import('@/components/editor/fields/paste-html')
      .then(({ htmlToMarkdown }) => use(htmlToMarkdown(html)))
      .catch(() => use(text))
  }, [handed.url, put])
  return { isCut, forget: forgetFragment }
}
