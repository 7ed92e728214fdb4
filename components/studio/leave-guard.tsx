'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'

/** The address that a click would lead to in this tab and this studio; null for any other click. */
function addressOf(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0) return null
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  if (!(link instanceof HTMLAnchorElement) || link.target === '_blank' || link.hasAttribute('download'))
    return null
  const { origin, pathname, search, hash } = new URL(link.href)
  return origin === window.location.origin && pathname !== window.location.pathname
    ? pathname + search + hash
    : null
}

/**
 * Asks before a page with unsaved changes is left: the browser itself where the tab is closed or reloaded, a dialog of
 * ours for links and for Back. `count`: how many changes there are.
 */
export function LeaveGuard({ count }: { count: number }) {
  const router = useRouter()
  const [leave, setLeave] = useState<(() => void) | null>(null)
  const sure = useRef(false)
  const isDirty = count > 0

  useEffect(() => {
    if (!isDirty) return
    const onClick = (event: MouseEvent) => {
      const address = addressOf(event)
      if (address === null) return
      event.preventDefault()
      event.stopPropagation()
      setLeave(() => () => router.push(address))
    }
    const onUnload = (event: BeforeUnloadEvent) => {
      if (!sure.current) event.preventDefault()
    }
    // Back and Forward within the studio; where a browser lacks this, they leave without asking.
    const onNavigate = (event: NavigateEvent) => {
      if (event.navigationType !== 'traverse' || !event.cancelable || sure.current) return
      event.preventDefault()
      const { key } = event.destination
      setLeave(() => () => void window.navigation.traverseTo(key))
    }
    document.addEventListener('click', onClick, true)
    window.addEventListener('beforeunload', onUnload)
    window.navigation?.addEventListener('navigate', onNavigate)
    return () => {
      document.removeEventListener('click', onClick, true)
      window.removeEventListener('beforeunload', onUnload)
      window.navigation?.removeEventListener('navigate', onNavigate)
    }
  }, [isDirty, router])

  return (
    <ConfirmDialog
      open={leave !== null}
      onOpenChange={(open) => !open && setLeave(null)}
      title="Leave without saving?"
      confirm="Leave"
      tone="danger"
      onConfirm={() => {
        sure.current = true
        leave?.()
      }}
    >
      {count === 1 ? 'One change is' : `${count} changes are`} not saved and will be lost.
    </ConfirmDialog>
  )
}
