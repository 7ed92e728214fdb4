'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useRefreshingCommand } from '@/components/accounts/use-refreshing-command'
import { Button } from '@/components/ui/button'

type Props = { id: string; name: string; at: number; count: number }

/** Moves a placement among the others. The focus stays with it, on the other button where it came to an end. */
export function OrderButtons({ id, name, at, count }: Props) {
  const { post, busy } = useRefreshingCommand()
  const pressed = useRef<'up' | 'down' | null>(null)
  const up = useRef<HTMLButtonElement>(null)
  const down = useRef<HTMLButtonElement>(null)
  const isFirst = at === 0
  const isLast = at === count - 1
  useEffect(() => {
    const goesUp = pressed.current === 'up' ? !isFirst : isLast
    if (pressed.current && at >= 0) (goesUp ? up : down).current?.focus()
    pressed.current = null
  }, [at, isFirst, isLast])
  const move = (direction: 'up' | 'down') => {
    pressed.current = direction
    const place = direction === 'up' ? at : at + 2
    void post(`/api/placements/${id}/move`, `${name} is number ${place} now.`, { direction })
  }
  return (
    <span className="inline-flex gap-1">
      <Button
        ref={up}
        tone="quiet"
        className="px-1.5"
        busy={busy}
        disabled={isFirst}
        aria-label={`Move ${name} up`}
        onClick={() => move('up')}
      >
        <ArrowUp aria-hidden="true" size={16} />
      </Button>
      <Button
        ref={down}
        tone="quiet"
        className="px-1.5"
        busy={busy}
        disabled={isLast}
        aria-label={`Move ${name} down`}
        onClick={() => move('down')}
      >
        <ArrowDown aria-hidden="true" size={16} />
      </Button>
    </span>
  )
}
