'use client'

import { useDroppable } from '@dnd-kit/core'
import { Plus } from 'lucide-react'
import { memo } from 'react'
import { addItem, endOfSection } from '@/components/editor/desk/actions'
import { useDesk, useEditorState } from '@/components/editor/desk/use-desk'
import { useDropEdge } from '@/components/editor/drag/drag-box'
import { ItemBlock } from './item-block'
import { SectionHead } from './section-head'

const none: readonly string[] = []

export const SectionBlock = memo(function SectionBlock({ id }: { id: string }) {
  const desk = useDesk()
  const layout = useEditorState(({ doc }) => doc.sections[id]?.layout ?? 'articles')
  const title = useEditorState(({ doc }) => doc.sections[id]?.title)
  const items = useEditorState(({ doc }) => doc.itemIds[id] ?? none)
  const { setNodeRef } = useDroppable({ id: `head:${id}` })
  const edge = useDropEdge(`head:${id}`)
  const add = (kind: 'link' | 'quote' | 'note') => addItem(desk, endOfSection(desk, id), { kind })
  return (
    <section className="ed-section" data-layout={layout} aria-label={title || 'Untitled section'}>
      <div ref={setNodeRef} data-edge={edge ?? undefined}>
        <SectionHead id={id} count={items.length} />
      </div>
      <ol className="ed-items">
        {items.map((item, index) => (
          <ItemBlock key={item} id={item} layout={layout} first={index === 0} />
        ))}
      </ol>
      {layout === 'list' ? (
        <button type="button" className="ed-row ed-next-row" data-adder={id} onClick={() => add('link')}>
          <span>Add a row: service</span>
          <span>Address ⏎ adds the next row</span>
        </button>
      ) : (
        <div className="ed-add">
          {(['link', 'quote', 'note'] as const).map((kind) => (
            <button
              key={kind}
              type="button"
              data-adder={kind === 'link' ? id : undefined}
              onClick={() => add(kind)}
            >
              <Plus aria-hidden="true" size={14} />{' '}
              {kind === 'link' ? 'Link' : kind === 'quote' ? 'Quote' : 'Note'}
              <span className="sr-only"> at the end of {title || 'the untitled section'}</span>
            </button>
          ))}
        </div>
      )}
    </section>
  )
})
