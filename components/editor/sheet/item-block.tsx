'use client'

import { useDroppable } from '@dnd-kit/core'
import { memo } from 'react'
import { useDesk, useDeskState, useEditorState } from '@/components/editor/desk/use-desk'
import { useDropEdge } from '@/components/editor/drag/drag-box'
import { Grip } from '@/components/editor/drag/grip'
import { WritingHere } from '@/components/editor/header/people'
import type { Layout } from '@/lib/document/schema'
import { nameOfItem } from '@/lib/issues/rules'
import { ItemForm } from './item-form'
import { ItemMenu } from './item-menu'
import { ItemView } from './item-view'

type Props = { id: string; layout: Layout; first: boolean }

/** One item on the sheet: shown as readers see it, or open for writing. Drawn again only when it changes itself. */
export const ItemBlock = memo(function ItemBlock({ id, layout, first }: Props) {
  const { desk } = useDesk()
  const item = useEditorState(({ doc }) => doc.items[id])
  const place = useDeskState(({ editing, current }) =>
    editing?.row.id === id ? 'open' : current === id ? 'current' : null,
  )
  const open = place === 'open'
  const troubled = useEditorState(({ sync }) => {
    const row = sync[id]
    return Boolean(row && (Object.keys(row.conflicts).length > 0 || Object.keys(row.errors).length > 0))
  })
  const { setNodeRef } = useDroppable({ id: `item:${id}` })
  const edge = useDropEdge(`item:${id}`)
  if (!item) return null
  const name = item.headline.trim() || nameOfItem(item)
  const tied = item.tied && !first
  const tab = place ? 0 : -1
  return (
    <li
      ref={setNodeRef}
      className="ed-item"
      data-block={id}
      data-kind="item"
      data-home=""
      data-open={open || undefined}
      data-tied={tied || undefined}
      data-edge={edge ?? undefined}
      data-troubled={troubled || undefined}
    >
      <div className="ed-handles">
        <Grip kind="item" id={id} name={name} tabIndex={tab} />
        <ItemMenu id={id} name={name} first={first} tabIndex={tab} />
      </div>
      <WritingHere id={id} />
      {open || troubled ? (
        <ItemForm id={id} layout={layout} />
      ) : (
        <>
          <button
            type="button"
            className="ed-open"
            data-row={id}
            aria-label={`Edit ${name}${tied ? ', tied to the item above' : ''}`}
            aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
            onFocus={() => desk.set({ current: id })}
            onClick={() => desk.edit({ kind: 'item', id }, 'headline')}
          />
          <ItemView id={id} item={item} layout={layout} />
        </>
      )}
    </li>
  )
})
