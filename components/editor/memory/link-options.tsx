'use client'

import { useEffect, useRef } from 'react'
import type { LinkOption } from './use-sent-options'

type Props = {
  id: string
  options: readonly LinkOption[]
  active: number
  isLooking: boolean
  onChoose: (option: LinkOption) => void
}

/** The list under a text in which `[[` was typed. The focus stays in the text, whose keys choose here. */
export function LinkOptions({ id, options, active, isLooking, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelectorAll('[role="option"]')[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div className="ed-finder">
      {options.length > 0 ? (
        <div ref={list} id={`${id}-list`} role="listbox" aria-label="Items to link" tabIndex={-1}>
          {options.map((option, index) => (
            <div
              key={option.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              tabIndex={-1}
              // The text keeps the focus, and its selection the place for the link.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(option)}
              onKeyDown={(event) => event.key === 'Enter' && onChoose(option)}
            >
              <b dir="auto">{option.title}</b>
              <small>{option.where}</small>
            </div>
          ))}
        </div>
      ) : (
        <p>{isLooking ? 'Looking …' : 'No item is called like that. Esc closes.'}</p>
      )}
    </div>
  )
}
