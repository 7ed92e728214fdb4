'use client'

import {
  DndContext,
  type DragEndEvent,
  DragOverlay,
  PointerSensor,
  pointerWithin,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { useRouter } from 'next/navigation'
import { type ReactNode, useId, useMemo, useState } from 'react'
import { sendCommand } from '@/components/studio/send-command'
import { useCommand } from '@/components/studio/use-command'
import { useToast } from '@/components/ui/toast'
import type { BookingInventory } from '@/lib/inventory/schema'
import { formatDay } from '@/lib/times/rules'
import { BookDialog } from './book-dialog'
import { type Booking, BookingContext, type Moving, type Place } from './booking-context'

type Moved = { from: { issueId: string; placementId: string }; reopened: boolean }

type Props = { inventory: BookingInventory; companies: { id: string; name: string }[]; children: ReactNode }

const silent = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
}

/** The same object each time: by another one, every slot would be drawn again. */
const activation = { activationConstraint: { distance: 5 } }

/** Booking and moving: by dialog, by menu, and by dragging a booking onto a free place. */
export function BookingProvider({ inventory, companies, children }: Props) {
  const router = useRouter()
  const show = useToast()
  const { run } = useCommand()
  const id = useId()
  const [place, setPlace] = useState<Place | null>(null)
  const [dragged, setDragged] = useState('')
  const sensors = useSensors(useSensor(PointerSensor, activation))
  const booking = useMemo<Booking>(() => {
    const send = (slotId: string, to: Record<string, unknown>) =>
      sendCommand<Moved>('POST', `/api/slots/${slotId}/move`, to)
    const move = (moving: Moving, to: Place) =>
      run(async () => {
        const where = to.issueId ? { issueId: to.issueId } : { date: to.date }
        const moved = await send(moving.slotId, { ...where, placementId: to.placement.id })
        const undo = async () => {
          await run(async () => {
            await send(moving.slotId, moved.from)
            show({ message: `${moving.sponsor} is back on ${formatDay(moving.from.date)}.` })
            router.refresh()
          })
        }
        const reopened = moved.reopened
          ? ' Its copy doesn’t fit there as it is and waits for review again.'
          : ''
        show({
          message: `${moving.sponsor} is moved to ${formatDay(to.date)}.${reopened}`,
          action: { label: 'Undo', act: undo },
        })
        router.refresh()
      })
    return { inventory, companies, book: setPlace, move }
  }, [inventory, companies, router, run, show])
  const end = ({ active, over }: DragEndEvent) => {
    setDragged('')
    const moving = active.data.current as Moving | undefined
    const to = over?.data.current as Place | undefined
    if (moving && to) void booking.move(moving, to)
  }
  return (
    <BookingContext.Provider value={booking}>
      <DndContext
        id={id}
        sensors={sensors}
        collisionDetection={pointerWithin}
        accessibility={{ announcements: silent, screenReaderInstructions: { draggable: '' } }}
        onDragStart={({ active }) => setDragged((active.data.current as Moving | undefined)?.sponsor ?? '')}
        onDragEnd={end}
        onDragCancel={() => setDragged('')}
      >
        {children}
        <DragOverlay dropAnimation={null}>
          {dragged ? (
            <div className="w-max max-w-60 truncate rounded-md border border-edge bg-pane px-3 py-1.5 font-medium shadow-lg">
              {dragged}
            </div>
          ) : null}
        </DragOverlay>
      </DndContext>
      {place ? <BookDialog place={place} onClose={() => setPlace(null)} /> : null}
    </BookingContext.Provider>
  )
}
