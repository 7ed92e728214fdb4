'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'

/**
 * Closes the window, by Enter since it has the focus, and by Escape.
 * @param says id of what was done, which screen readers read with the button
 */
export function CloseWindow({ says }: { says: string }) {
  const button = useRef<HTMLButtonElement>(null)
  const [isStuck, setStuck] = useState(false)
  useEffect(() => button.current?.focus(), [])
  const close = () => {
    window.close()
    // Only a window that script opened, or that has been nowhere else, closes itself; that shows at once.
    setStuck(!window.closed)
  }
  useEffect(() => {
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') button.current?.click()
    }
    window.addEventListener('keydown', closeOnEscape)
    return () => window.removeEventListener('keydown', closeOnEscape)
  }, [])
  return (
    <>
      <Button ref={button} tone="primary" aria-describedby={says} onClick={close}>
        Close
      </Button>
      <p role="status" className={isStuck ? 'order-last basis-full text-[0.8125rem] text-muted' : 'sr-only'}>
        {isStuck ? 'Your browser lets no page close this window. Close it as you close others.' : ''}
      </p>
    </>
  )
}
