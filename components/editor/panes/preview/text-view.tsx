'use client'

import { useRef } from 'react'
import { useDesk } from '@/components/editor/desk/use-desk'
import { copyText } from '@/components/ui/copy-text'
import { articleToText } from '@/lib/render/blocks/article-item'
import { rowToText } from '@/lib/render/blocks/list-row'
import { issueToText } from '@/lib/render/issue-text'
import { useFollow } from './follow'
import { useDraftDocument } from './use-draft-document'

/** The plain text that goes along with the mail, or is sent by itself. */
export function TextView() {
  const { tell } = useDesk()
  const document = useDraftDocument()
  const sheet = useRef<HTMLElement>(null)
  const text = issueToText(document, { origin: typeof window === 'undefined' ? '' : window.location.origin })
  useFollow((id) => {
    const section = document.sections.find(({ items }) => items.some((item) => item.id === id))
    const item = section?.items.find((one) => one.id === id)
    const own = item && (section?.layout === 'list' ? rowToText(item) : articleToText(item))
    const at = own ? text.indexOf(own) : -1
    return at >= 0 && showText(sheet.current, at)
  }, document)
  return (
    <section ref={sheet} className="ed-text-preview" aria-label="Preview: the plain text">
      {/* What scrolls holds something that takes the focus, so that the keyboard can scroll it too. */}
      <button
        type="button"
        className="ed-copy"
        onClick={async () =>
          tell((await copyText(text)) ? 'Text copied.' : 'This browser lets no page copy.')
        }
      >
        Copy this text
      </button>
      <pre dir={document.issue.dir}>{text}</pre>
    </section>
  )
}

/** Scrolls to a letter of the text, to a third of the way down. */
function showText(sheet: HTMLElement | null, at: number): boolean {
  const letters = sheet?.querySelector('pre')?.firstChild
  if (!sheet || !letters) return false
  const range = new Range()
  range.setStart(letters, at)
  range.collapse(true)
  const by = range.getBoundingClientRect().top - sheet.getBoundingClientRect().top
  sheet.scrollBy({ top: by - sheet.clientHeight / 3 })
  return true
}
