'use client'

import { useDraggable } from '@dnd-kit/core'
import { GripVertical, MoreHorizontal } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { useRefreshingCommand } from '@/components/accounts/use-refreshing-command'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Menu, MenuItem, MenuLink, MenuSeparator } from '@/components/ui/menu'
import type { InventoryPlacement, InventorySlot } from '@/lib/inventory/schema'
import { standingInWords, toneOf } from '@/lib/slots/rules'
import { deadlineOf, mayStep } from '@/lib/sponsors/rules'
import { formatDay } from '@/lib/times/rules'
import { type Moving, useBooking } from './booking-context'
import { MoveDialog } from './move-dialog'
import { WaitDialog } from './wait-dialog'

type Props = {
  slot: InventorySlot
  date: string
  /** Where another company could wait for its place; null where none can. */
  issueId: string | null
  /** Whether its issue was taken from readers again. */
  isWithdrawn: boolean
  placement: InventoryPlacement
  today: string
}

/** A booking in its place: who, how it stands, and what can be done with it. */
export function SlotCell({ slot, date, issueId, isWithdrawn, placement, today }: Props) {
  const { post } = useRefreshingCommand()
  const [dialog, setDialog] = useState<'move' | 'release' | 'wait' | null>(null)
  const { id, state, sponsor } = slot
  const standing = { ...slot, isWithdrawn, deadline: deadlineOf(date, placement.deadlineDays) }
  const moving: Moving = {
    slotId: id,
    sponsor,
    isHouse: slot.isHouse,
    from: { date, placementId: placement.id },
  }
  const canWait = useBooking().inventory.keepsWaitlist && issueId !== null
  const canMove = mayStep(state, 'move')
  const { setNodeRef, listeners } = useDraggable({ id, data: moving, disabled: !canMove })
  const path = `/admin/sponsors/slots/${id}`
  const name = `${sponsor}, ${formatDay(date)}`
  return (
    <div className="group relative flex items-start gap-1 max-md:inline-flex">
      {canMove ? (
        <span
          {...listeners}
          aria-hidden="true"
          className="absolute -start-4 top-0.5 cursor-grab touch-none text-muted opacity-40 group-hover:opacity-100 max-md:hidden"
        >
          <GripVertical size={14} />
        </span>
      ) : null}
      {/* By its name too, though not by a finger, which scrolls here. */}
      <div
        ref={setNodeRef}
        onPointerDown={(event) => event.pointerType === 'mouse' && listeners?.onPointerDown?.(event)}
        className="min-w-0"
      >
        <Link
          href={path}
          draggable={false}
          className="font-medium wrap-anywhere underline decoration-edge underline-offset-2 hover:decoration-ink"
        >
          {sponsor}
        </Link>
        <span className="block text-[0.8125rem]">
          <Badge tone={toneOf(standing, today)}>{standingInWords(standing, today, 'studio')}</Badge>
        </span>
      </div>
      <Menu
        trigger={
          <Button tone="quiet" className="px-1.5" aria-label={`Actions for ${name}`}>
            <MoreHorizontal aria-hidden="true" size={16} />
          </Button>
        }
      >
        <MenuLink>
          <Link href={path}>Open</Link>
        </MenuLink>
        {canMove ? <MenuItem onSelect={() => setDialog('move')}>Move to…</MenuItem> : null}
        {canWait ? <MenuItem onSelect={() => setDialog('wait')}>Let another company wait…</MenuItem> : null}
        {mayStep(state, 'release') ? (
          <>
            <MenuSeparator />
            <MenuItem danger onSelect={() => setDialog('release')}>
              Release…
            </MenuItem>
          </>
        ) : null}
      </Menu>
      {dialog === 'move' ? <MoveDialog moving={moving} onClose={() => setDialog(null)} /> : null}
      {dialog === 'wait' && issueId ? (
        <WaitDialog
          date={date}
          issueId={issueId}
          placement={placement}
          besides={slot.sponsorId}
          onClose={() => setDialog(null)}
        />
      ) : null}
      <ConfirmDialog
        open={dialog === 'release'}
        onOpenChange={() => setDialog(null)}
        title={`Release ${name}?`}
        confirm="Release"
        tone="danger"
        onConfirm={async () => {
          await post(`/api/slots/${id}/release`, `The place of ${name} is free again.`, undefined, {
            path: `/api/slots/${id}/restore`,
            done: `${name} has its place again.`,
          })
        }}
      >
        <p>
          The booking is taken off and its place is free. What was written for it stays with the company
          {slot.hasContact ? ', which is told by mail' : ''}.
        </p>
      </ConfirmDialog>
    </div>
  )
}
