'use client'

import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

export const overlayClass = 'fixed inset-0 z-40 bg-[rgb(0_0_0/0.45)]'
export const panelClass =
  'fixed inset-x-4 top-[12vh] z-50 mx-auto max-h-[80dvh] max-w-lg overflow-auto rounded-lg border border-rule bg-pane p-5 text-ink shadow-xl'

type Props = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description?: ReactNode
  children: ReactNode
}

/** A question that must be answered before going on. Keeps the focus, gives it back, and closes on Esc. */
export function Dialog({ open, onOpenChange, title, description, children }: Props) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={overlayClass} />
        <Radix.Content className={panelClass} {...(description ? {} : { 'aria-describedby': undefined })}>
          <div className="flex items-start justify-between gap-4">
            <Radix.Title className="text-base font-semibold">{title}</Radix.Title>
            <Radix.Close
              aria-label="Close"
              className="-m-1.5 grid size-9 flex-none place-items-center rounded-md text-muted hover:bg-sunk hover:text-ink"
            >
              <X aria-hidden="true" size={18} />
            </Radix.Close>
          </div>
          {description ? (
            <Radix.Description asChild>
              <div className="mt-1 text-muted">{description}</div>
            </Radix.Description>
          ) : null}
          <div className="mt-4">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
