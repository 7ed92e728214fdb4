'use client'

import { useDroppable } from '@dnd-kit/core'
import { memo } from 'react'
import { nameOfSection } from '@/components/editor/core/ordering'
import { elementOfRow, focusRow } from '@/components/editor/desk/desk-state'
import { useDesk, useDeskState, useEditorState } from '@/components/editor/desk/use-desk'
import { useDropEdge } from '@/components/editor/drag/drag-box'
import { Grip } from '@/components/editor/drag/grip'
import { IssueDrag } from '@/components/editor/drag/issue-drag'
import { useChecked } from '@/components/editor/panes/use-findings'
import { nameOfItem } from '@/lib/issues/rules'
import type { Finding } from '@/lib/preflight/rules'

type Level = Finding['level'] | undefined

/** The whole issue at a glance: where one is, what is wrong, and the order, which can be changed here. */
export function Outline() {
  const sectionIds = useEditorState(({ doc }) => doc.sectionIds)
  return (
    <nav className="ed-outline" aria-label="Outline" data-region="outline">
      <IssueDrag>
        {sectionIds.map((id) => (
          <OutlineSection key={id} id={id} />
        ))}
      </IssueDrag>
    </nav>
  )
}

const none: readonly string[] = []

function OutlineSection({ id }: { id: string }) {
  const name = useEditorState(({ doc }) => nameOfSection(doc, id))
  const items = useEditorState(({ doc }) => doc.itemIds[id] ?? none)
  const { levels } = useChecked()
  const { desk } = useDesk()
  const whole = useDroppable({ id: `section:${id}` })
  const head = useDroppable({ id: `head:${id}` })
  const edge = useDropEdge(`section:${id}`)
  const headEdge = useDropEdge(`head:${id}`)
  const go = () => {
    desk.set({ view: 'sheet' })
    requestAnimationFrame(() => elementOfRow(id)?.scrollIntoView({ block: 'start' }))
  }
  return (
    <div ref={whole.setNodeRef} className="ed-outline-section" data-edge={edge ?? undefined}>
      <div ref={head.setNodeRef} className="ed-outline-head" data-edge={headEdge ?? undefined}>
        <Grip kind="section" id={id} name={`section ${name}`} />
        <h2>
          <button type="button" onClick={go}>
            {name === 'the untitled section' ? 'Untitled' : name}
          </button>
        </h2>
        <span>{items.length}</span>
      </div>
      <ol>
        {items.map((item) => (
          <OutlineItem key={item} id={item} level={levels.get(item)} />
        ))}
      </ol>
    </div>
  )
}

const OutlineItem = memo(function OutlineItem({ id, level }: { id: string; level: Level }) {
  const { desk } = useDesk()
  const item = useEditorState(({ doc }) => doc.items[id])
  const name = item ? nameOfItem(item) : ''
  const current = useDeskState((state) => state.current === id)
  const { setNodeRef } = useDroppable({ id: `item:${id}` })
  const edge = useDropEdge(`item:${id}`)
  const go = () => {
    desk.set({ current: id, view: 'sheet' })
    focusRow(id)
  }
  return (
    <li
      ref={setNodeRef}
      data-current={current || undefined}
      data-tied={item?.tied || undefined}
      data-edge={edge ?? undefined}
    >
      <Grip kind="item" id={id} name={name} tabIndex={current ? 0 : -1} />
      <button type="button" aria-current={current || undefined} onClick={go} title={name}>
        <span>{name}</span>
      </button>
      {level ? (
        <span className="ed-dot" data-level={level}>
          <span className="sr-only">{level === 'block' ? 'blocks publishing' : 'worth a look'}</span>
        </span>
      ) : null}
    </li>
  )
})
