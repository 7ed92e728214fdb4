'use client'

import { X } from 'lucide-react'
import {
  createContext,
  type FocusEvent,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { Button } from './button'

export type Toast = {
  message: string
  tone?: 'plain' | 'bad'
  /** Such as Undo. A toast that offers something, or tells a failure, stays until it is closed. */
  action?: { label: string; act: () => void | Promise<void> }
}
type Shown = Toast & { id: number }

const MAX_SHOWN = 3
const SHOWN_MS = 8_000
const Context = createContext<((toast: Toast) => void) | null>(null)

/** Shows a short message at the edge of the screen, on a phone above, where no thumb works; and speaks it. */
export function useToast(): (toast: Toast) => void {
  const show = useContext(Context)
  if (!show) throw new Error('useToast needs a ToastProvider around it')
  return show
}

/** Holds the messages of a page. Its region is there from the start, or screen readers miss the first one. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Shown[]>([])
  const show = useCallback((toast: Toast) => {
    setToasts((shown) => {
      const id = (shown.at(-1)?.id ?? 0) + 1
      return [...shown, { ...toast, id }].slice(-MAX_SHOWN)
    })
  }, [])
  const region = useRef<HTMLElement>(null)
  const cameFrom = useRef<EventTarget | null>(null)
  const onFocus = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) cameFrom.current = relatedTarget
  }
  /** A message that goes away gives the focus back to where it was before. */
  const close = useCallback((id: number) => {
    const { current: before } = cameFrom
    const isInside = region.current?.querySelector(`[data-toast="${id}"]`)?.contains(document.activeElement)
    if (isInside && before instanceof HTMLElement) before.focus({ preventScroll: true })
    setToasts((shown) => shown.filter((toast) => toast.id !== id))
  }, [])
  const value = useMemo(() => show, [show])
  return (
    <Context.Provider value={value}>
      {children}
      <section
        ref={region}
        onFocus={onFocus}
        aria-label="Messages"
        aria-live="polite"
        className="pointer-events-none fixed inset-x-3 top-26 z-60 grid justify-items-center gap-2 sm:top-auto sm:bottom-3"
      >
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onClose={close} />
        ))}
      </section>
    </Context.Provider>
  )
}

function ToastCard({ toast, onClose }: { toast: Shown; onClose: (id: number) => void }) {
  const { id, message, tone = 'plain', action } = toast
  const stays = action !== undefined || tone === 'bad'
  useEffect(() => {
    if (stays) return
    const timer = setTimeout(() => onClose(id), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [id, stays, onClose])
  const act = async () => {
    onClose(id)
    await action?.act()
  }
  return (
    <div
      data-toast={id}
      className={`pointer-events-auto flex max-w-xl items-center gap-3 rounded-md border bg-pane py-1.5 ps-4 pe-1.5 shadow-lg ${tone === 'bad' ? 'border-bad' : 'border-edge'}`}
    >
      <p>{message}</p>
      {action ? <Button onClick={() => void act()}>{action.label}</Button> : null}
      <Button tone="quiet" aria-label="Close message" className="px-2" onClick={() => onClose(id)}>
        <X aria-hidden="true" size={16} />
      </Button>
    </div>
  )
}
