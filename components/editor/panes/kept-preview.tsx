'use client'

import { type Context, memo, type ReactNode, useContext, useState } from 'react'
import { CheckedContext } from '@/components/editor/panes/use-findings'
import { SeenContext } from './preview/follow'
import { EmailContext } from './preview/use-email'
import { PreviewPane } from './preview-pane'

type HeldProps<T> = { of: Context<T>; isHeld: boolean; children: ReactNode }

/** Gives those inside what they were given last, as long as it is held. */
function Held<T>({ of: Given, isHeld, children }: HeldProps<T>) {
  const value = useContext(Given)
  const [last, keep] = useState(() => ({ value }))
  if (!isHeld && last.value !== value) keep({ value })
  return <Given value={isHeld ? last.value : value}>{children}</Given>
}

/**
 * The preview, which stays as it was while another pane is shown. It is invisible then and not without a place
 * (`display: none`, as `Activity` would have it): the page in its frame would be laid out anew whenever it comes back,
 * which takes longer than all else, and be taken apart whenever it goes.
 */
export function KeptPreview({ isShown }: { isShown: boolean }) {
  return (
    <div className="ed-kept" data-hidden={isShown ? undefined : ''}>
      <SeenContext value={isShown}>
        <Held of={EmailContext} isHeld={!isShown}>
          <Held of={CheckedContext} isHeld={!isShown}>
            <Preview />
          </Held>
        </Held>
      </SeenContext>
    </div>
  )
}

const Preview = memo(PreviewPane)
