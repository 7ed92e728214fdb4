'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useDesk, useDeskState, useEditorState } from '@/components/editor/desk/use-desk'
import { buildDocument } from '@/lib/publishing/rules'
import { itemAnchor } from '@/lib/render/block-context'
import { IssueView } from '@/lib/render/issue-view'
import { useChecked } from './use-findings'

type Width = 'phone' | 'desktop'
type Scheme = 'light dark' | 'light' | 'dark'

/** Widths of the reader’s page in the frame, in CSS px. */
const widths: Record<Width, number> = { phone: 375, desktop: 800 }

/** The reader’s own page in a frame without script, with the text as it stands here, saved or not. */
export function PreviewPane() {
  const issueId = useEditorState(({ doc }) => doc.issueId)
  const frame = useRef<HTMLIFrameElement>(null)
  const [place, setPlace] = useState<HTMLElement | null>(null)
  const [width, setWidth] = useState<Width>('phone')
  const [scheme, setScheme] = useState<Scheme>('light dark')
  const current = useDeskState((state) => state.current)
  useEffect(() => {
    place?.ownerDocument.documentElement.style.setProperty('color-scheme', scheme)
  }, [place, scheme])
  useEffect(() => {
    const target = current ? place?.ownerDocument.getElementById(itemAnchor(current)) : null
    target?.scrollIntoView({ block: 'center', behavior: motion() })
  }, [place, current])
  const onLoad = () => setPlace(makePlace(frame.current))
  // A frame that came with the page may have loaded before there was anybody to hear of it.
  useEffect(() => setPlace(makePlace(frame.current)), [])
  return (
    <div className="ed-preview">
      <div className="ed-preview-tools">
        <Choice
          label="Width"
          value={width}
          onChange={setWidth}
          options={[
            ['phone', 'Phone'],
            ['desktop', 'Desktop'],
          ]}
        />
        <Choice
          label="Colours"
          value={scheme}
          onChange={setScheme}
          options={[
            ['light dark', 'As here'],
            ['light', 'Light'],
            ['dark', 'Dark'],
          ]}
        />
      </div>
      <div className="ed-frame" data-width={width}>
        <iframe
          ref={frame}
          title="Preview: the page as readers will see it"
          src={`/preview/${issueId}`}
          sandbox="allow-same-origin"
          style={{ inlineSize: widths[width] }}
          onLoad={onLoad}
        />
      </div>
      {place ? createPortal(<LiveIssue />, place) : null}
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

const motion = (): ScrollBehavior =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth'

function LiveIssue() {
  const { publication } = useDesk()
  const { draft } = useChecked()
  const published = useEditorState((state) => state.loaded.published)
  const document = useMemo(() => {
    const at = draft.scheduledAt ?? new Date().toISOString()
    const meta = { edition: 0, publishedAt: at, updatedAt: published?.updatedAt ?? at, correction: null }
    return buildDocument(draft, publication, meta)
  }, [draft, publication, published])
  const today = new Date().toISOString().slice(0, 10)
  return <IssueView document={document} publication={publication} today={today} />
}

type ChoiceProps<T extends string> = {
  label: string
  value: T
  options: [T, string][]
  onChange: (value: T) => void
}

function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <fieldset className="ed-choice">
      <legend className="sr-only">{label}</legend>
      {options.map(([option, name]) => (
        <button key={option} type="button" aria-pressed={option === value} onClick={() => onChange(option)}>
          {name}
        </button>
      ))}
    </fieldset>
  )
}
