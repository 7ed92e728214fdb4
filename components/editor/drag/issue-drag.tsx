'use client'

import {
  type Collision,
  type CollisionDetection,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { type ReactNode, useId, useState } from 'react'
import type { Doc } from '@/components/editor/core/document'
import { groupOfItem, nameOfSection, type Spot, spotOfItem } from '@/components/editor/core/ordering'
import { moveItem } from '@/components/editor/desk/actions'
import { dropCapture, sendToInbox } from '@/components/editor/desk/inbox-actions'
import { type Desk, useDesk } from '@/components/editor/desk/use-desk'
import { nameOfCapture } from '@/lib/captures/rules'
import { nameOfItem } from '@/lib/issues/rules'
import { DragBox, DragContext } from './drag-box'

/**
 * Ids of things that are dragged or dropped on: `item:ID`, `head:ID` (a section’s beginning), `section:ID`, `capture:ID`,
 * and `inbox:`, the pane beside the sheet.
 */
const parse = (id: string | number) => {
  const [kind = '', ...rest] = String(id).split(':')
  return { kind, id: rest.join(':') }
}

/** The target nearest to the pointer by height, and the edge of it that is nearer. */
const nearest: CollisionDetection = ({ active, droppableRects, droppableContainers, pointerCoordinates }) => {
  if (!pointerCoordinates) return []
  const { x, y } = pointerCoordinates
  const { kind } = parse(active.id)
  const sections = kind === 'section'
  const pane = droppableRects.get('inbox:')
  if (pane && x >= pane.left && x <= pane.right)
    return kind === 'item' ? [{ id: 'inbox:', data: { edge: 'after' } }] : []
  let best: (Collision & { distance: number }) | null = null
  for (const { id } of droppableContainers) {
    const rect = droppableRects.get(id)
    if (!rect || id === 'inbox:' || (parse(id).kind === 'section') !== sections) continue
    const distance = y < rect.top ? rect.top - y : y > rect.bottom ? y - rect.bottom : 0
    if (best && distance >= best.distance) continue
    const edge = parse(id).kind === 'head' || y > rect.top + rect.height / 2 ? 'after' : 'before'
    best = { id, distance, data: { edge } }
  }
  return best ? [best] : []
}

function spotAt(doc: Doc, target: ReturnType<typeof parse>, edge: 'before' | 'after'): Spot | undefined {
  if (target.kind === 'head') return { sectionId: target.id, after: null }
  return edge === 'after' ? spotAfter(doc, target.id) : spotOfItem(doc, target.id)
}

function dropItem(desk: Desk, id: string, target: ReturnType<typeof parse>, edge: 'before' | 'after'): void {
  const { doc } = desk.editor.state
  if (target.kind === 'inbox') {
    void sendToInbox(desk, id)
    return
  }
  const spot = spotAt(doc, target, edge)
  const group = groupOfItem(doc, id)
  const now = spotOfItem(doc, id)
  const stays = spot && now && spot.sectionId === now.sectionId && spot.after === now.after
  if (
    !spot ||
    stays ||
    group.includes(spot.after ?? '') ||
    (target.kind === 'item' && group.includes(target.id))
  )
    return
  moveItem(desk, id, spot)
}

function spotAfter(doc: Doc, id: string): Spot | undefined {
  const spot = spotOfItem(doc, id)
  return spot && { sectionId: spot.sectionId, after: id }
}

function dropSection({ editor }: Desk, id: string, target: string, edge: 'before' | 'after'): void {
  const ids = editor.state.doc.sectionIds.filter((other) => other !== id)
  const after = edge === 'after' ? target : (ids[ids.indexOf(target) - 1] ?? null)
  if (id !== target) editor.perform({ type: 'move-section', id, after })
}

/** The same object each time: by another one, every row would be drawn again with whatever is around them. */
const activation = { activationConstraint: { distance: 5 } }

/** Rows inside can be dragged by their grips, by mouse, pen or finger. The keyboard has ways of its own (Grip). */
export function IssueDrag({ children }: { children: ReactNode }) {
  const desk = useDesk()
  const id = useId()
  const [box] = useState(() => new DragBox())
  const [name, setName] = useState('')
  const sensors = useSensors(useSensor(PointerSensor, activation))
  const read = (collisions: Collision[] | null) => {
    const [first] = collisions ?? []
    const edge: 'before' | 'after' = first?.data?.edge === 'before' ? 'before' : 'after'
    return { over: first ? String(first.id) : null, edge }
  }
  const end = ({ active, collisions }: DragEndEvent) => {
    const { over, edge } = read(collisions)
    box.set({ active: null, over: null })
    if (over === null) return
    const row = parse(active.id)
    const spot = row.kind === 'capture' ? spotAt(desk.editor.state.doc, parse(over), edge) : undefined
    if (spot) dropCapture(desk, row.id, spot)
    else if (row.kind === 'item') dropItem(desk, row.id, parse(over), edge)
    else if (row.kind === 'section') dropSection(desk, row.id, parse(over).id, edge)
  }
  return (
    <DragContext value={box}>
      <DndContext
        id={id}
        sensors={sensors}
        collisionDetection={nearest}
        accessibility={{ announcements: silent, screenReaderInstructions: { draggable: '' } }}
        onDragStart={({ active }) => {
          setName(nameOfRow(desk, parse(active.id)))
          box.set({ active: String(active.id) })
        }}
        onDragMove={({ collisions }) => {
          const { over, edge } = read(collisions)
          if (over !== box.state.over || edge !== box.state.edge) box.set({ over, edge })
        }}
        onDragEnd={end}
        onDragCancel={() => box.set({ active: null, over: null })}
      >
        {children}
        <DragOverlay dropAnimation={null}>
          {name ? <div className="ed-dragged">{name}</div> : null}
        </DragOverlay>
      </DndContext>
    </DragContext>
  )
}

/** What a move came to is said once, by whoever made it. */
const silent = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
}

function nameOfRow({ editor, inbox }: Desk, { kind, id }: { kind: string; id: string }): string {
  const capture = kind === 'capture' && inbox.state.rows.find((row) => row.id === id)
  if (capture) {
    const { selected } = inbox.state
    return selected.includes(id) ? `${selected.length} captures` : nameOfCapture(capture)
  }
  const { doc } = editor.state
  const item = doc.items[id]
  if (kind !== 'item' || !item) return nameOfSection(doc, id)
  const more = groupOfItem(doc, id).length - 1
  return more > 0 ? `${nameOfItem(item)} + ${more}` : nameOfItem(item)
}
