'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { freePlaces, isBookable } from '@/lib/inventory/rules'
import { formatDay } from '@/lib/times/rules'
import { type Moving, type Place, useBooking } from './booking-context'

/** Where else a booking can stand: every free place of the coming two years. */
export function MoveDialog({ moving, onClose }: { moving: Moving; onClose: () => void }) {
  const { inventory, move } = useBooking()
  const { dates, today } = inventory
  const placements = inventory.placements.filter(
    ({ id, perIssue }) => perIssue > 0 || id === moving.from.placementId,
  )
  const [placementId, setPlacementId] = useState(moving.from.placementId)
  const [busy, setBusy] = useState(false)
  const placement = placements.find(({ id }) => id === placementId)
  const here = placements.find(({ id }) => id === moving.from.placementId)
  const places: Place[] = placement
    ? dates
        .filter((date) => isBookable(date, today) && freePlaces(date, placement) > 0)
        .map(({ date, issueId, state }) => ({ date, issueId, placement, scheduled: state === 'SCHEDULED' }))
    : []
  const [chosen, setChosen] = useState('')
  const keyOf = ({ date, issueId }: Place) => `${date} ${issueId ?? ''}`
  // Of another placement first the same issue, and else the next one, not the first that is free.
  const near = places.find(({ date }) => date >= moving.from.date)
  const target = places.find((place) => keyOf(place) === chosen) ?? near ?? places.at(-1)
  const go = async () => {
    if (!target) return
    setBusy(true)
    const done = await move(moving, target)
    setBusy(false)
    if (done) onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Move ${moving.sponsor}`}
      description={`Now on ${formatDay(moving.from.date)}, ${here?.name ?? ''}.${moving.isHouse ? '' : ' The company is told by mail.'}`}
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) void go()
        }}
      >
        {placements.length > 1 ? (
          <Field label="Placement">
            {(control) => (
              <Select
                {...control}
                value={placementId}
                onChange={(event) => setPlacementId(event.target.value)}
                options={placements.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
          </Field>
        ) : null}
        <Field
          label="To the issue of"
          hint={target?.scheduled ? 'It is scheduled, and is held until the copy is approved.' : null}
        >
          {(control) => (
            <Select
              {...control}
              value={target ? keyOf(target) : ''}
              onChange={(event) => setChosen(event.target.value)}
              options={places.map((place) => ({ value: keyOf(place), label: formatDay(place.date) }))}
            />
          )}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" tone="primary" busy={busy}>
            Move
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
