'use client'

import { startTransition, useEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useDesk, useEditorState } from '@/components/editor/desk/use-desk'
import { withImagesFrom } from '@/lib/document/rules'
import { itemAnchor } from '@/lib/render/block-context'
import { IssueView } from '@/lib/render/issue-view'
import { holdLinks, showElement, useFollow } from './follow'
import type { Look } from './look'
import { useDraftDocument } from './use-draft-document'

/** Widths of the reader’s page in the frame, in CSS px. */
const widths: Record<Look['width'], number> = { phone: 375, desktop: 800 }
const schemes: Record<Look['scheme'], string> = { here: 'light dark', light: 'light', dark: 'dark' }

/** The reader’s own page in a frame without script, with the text as it stands here, saved or not. */
export function PageView({ look: { width, scheme } }: { look: Look }) {
  const issueId = useEditorState(({ doc }) => doc.issueId)
  const frame = useRef<HTMLIFrameElement>(null)
  const [place, setPlace] = useState<HTMLElement | null>(null)
  useEffect(() => {
    place?.ownerDocument.documentElement.style.setProperty('color-scheme', schemes[scheme])
  }, [place, scheme])
  useEffect(() => (place ? holdLinks(place.ownerDocument) : undefined), [place])
  const onLoad = () => {
    const made = makePlace(frame.current)
    startTransition(() => setPlace(made))
  }
  // A frame that came with the page may have loaded before there was anybody to hear of it.
  useEffect(onLoad, [])
  return (
    <div className="ed-frame" data-width={width}>
      <iframe
        ref={frame}
        title="Preview: the page as readers will see it"
        src={`/preview/${issueId}`}
        sandbox="allow-same-origin"
        style={{ inlineSize: widths[width] }}
        onLoad={onLoad}
      />
      {place ? createPortal(<LiveIssue place={place} />, place) : null}
    </div>
  )
}

/** Where the issue stands in the frame’s page, emptied for the one that is written here. */
function makePlace(frame: HTMLIFrameElement | null): HTMLElement | null {
  const page = frame?.contentDocument
  const made = page?.querySelector<HTMLElement>('[data-written]')
  const issue = page?.querySelector('.issue')
  if (made || !issue) return made ?? null
  const holder = issue.ownerDocument.createElement('div')
  holder.dataset.written = ''
  issue.replaceWith(holder)
  return holder
}

function LiveIssue({ place }: { place: HTMLElement }) {
  const { publication, images } = useDesk()
  const draft = useDraftDocument()
  const document = useMemo(() => withImagesFrom(draft, images), [draft, images])
  useFollow((id) => showElement(place.ownerDocument.getElementById(itemAnchor(id))), document)
  const today = new Date().toISOString().slice(0, 10)
  return <IssueView document={document} publication={publication} today={today} />
}
