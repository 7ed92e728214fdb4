'use client'

import { useDraggable } from '@dnd-kit/core'
import { GripVertical } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import {
  describeItemPlace,
  describeSectionPlace,
  type Spot,
  spotOfItem,
} from '@/components/editor/core/ordering'
import { stepItem, stepSection } from '@/components/editor/desk/actions'
import { useDesk, useDeskState } from '@/components/editor/desk/use-desk'

type Props = { kind: 'item' | 'section'; id: string; name: string; tabIndex?: number }

/**
 * The handle of a row. Dragged by a pointer; by keyboard, Space or Enter picks the row up, the arrows move it, Space or
 * Enter puts it down and Esc puts it back; each step is said.
 */
export function Grip({ kind, id, name, tabIndex = 0 }: Props) {
  const desk = useDesk()
  const from = useDeskState(({ lifted }) => (lifted?.id === id ? lifted.from : null))
  const setFrom = (spot: Spot | null) => desk.desk.set({ lifted: spot && { id, from: spot } })
  const { setNodeRef, listeners } = useDraggable({ id: `${kind}:${id}` })
  const place = () =>
    kind === 'item'
      ? describeItemPlace(desk.editor.state.doc, id)
      : describeSectionPlace(desk.editor.state.doc, id)
  const step = (by: -1 | 1) => (kind === 'item' ? stepItem(desk, id, by) : stepSection(desk, id, by))
  const pickUp = () => {
    const { doc } = desk.editor.state
    const index = doc.sectionIds.indexOf(id)
    const here = { sectionId: id, after: doc.sectionIds[index - 1] ?? null }
    setFrom(kind === 'item' ? (spotOfItem(doc, id) ?? null) : here)
    desk.announce(`Picked up. ${place()}. Move with the arrow keys, Space puts it down, Escape puts it back.`)
  }
  const putBack = (spot: Spot) => {
    if (kind === 'item') desk.editor.perform({ type: 'move-item', id, spot })
    else desk.editor.perform({ type: 'move-section', id, after: spot.after })
    desk.announce(`Put back. ${place()}`)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event
    if (key === ' ' || key === 'Enter') {
      if (from) desk.announce(`Put down. ${place()}`)
      else pickUp()
      if (from) setFrom(null)
    } else if (from && (key === 'ArrowUp' || key === 'ArrowDown')) {
      const region = event.currentTarget.closest('[data-region]')
      step(key === 'ArrowUp' ? -1 : 1)
      // In another section the row is drawn anew, and the handle with it.
      requestAnimationFrame(() => region?.querySelector<HTMLElement>(`[data-grip="${id}"]`)?.focus())
    } else if (from && key === 'Escape') {
      putBack(from)
      setFrom(null)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <button
      ref={setNodeRef}
      type="button"
      tabIndex={tabIndex}
      className="ed-grip"
      data-grip={id}
      data-lifted={from ? true : undefined}
      aria-pressed={from !== null}
      aria-label={`Move ${name}`}
      {...listeners}
      onKeyDown={onKeyDown}
      onBlur={(event) => event.relatedTarget && setFrom(null)}
    >
      <GripVertical aria-hidden="true" size={16} />
    </button>
  )
}
