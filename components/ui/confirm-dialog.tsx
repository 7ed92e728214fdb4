'use client'

import { AlertDialog } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { Button } from './button'
import { overlayClass, panelClass } from './dialog'

type Props = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  children?: ReactNode
  /** What the button does, as a verb: “Publish now”, “Withdraw”. */
  confirm: string
  tone?: 'primary' | 'danger'
  /** Closes when it has ended well; stays open, with the button free again, when it throws. */
  onConfirm: () => void | Promise<void>
}

/** Asks once before something that can’t be taken back. */
export function ConfirmDialog(props: Props) {
  const { open, onOpenChange, title, children, confirm, tone = 'primary', onConfirm } = props
  const [busy, setBusy] = useState(false)
  const act = async () => {
    setBusy(true)
    try {
      await onConfirm()
      onOpenChange(false)
    } finally {
      setBusy(false)
    }
  }
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={overlayClass} />
        <AlertDialog.Content className={panelClass} {...(children ? {} : { 'aria-describedby': undefined })}>
          <AlertDialog.Title className="text-base font-semibold">{title}</AlertDialog.Title>
          {children ? (
            <AlertDialog.Description asChild>
              <div className="mt-2">{children}</div>
            </AlertDialog.Description>
          ) : null}
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button>Cancel</Button>
            </AlertDialog.Cancel>
            <Button tone={tone} busy={busy} onClick={() => void act().catch(() => undefined)}>
              {confirm}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
