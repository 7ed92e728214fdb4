'use client'

import { Dialog } from '@/components/ui/dialog'
import { LaterChoices } from './later-choices'
import { useInbox, useInboxState } from './use-inbox'

/** Asks until when something is put off. */
export function LaterDialog() {
  const { inbox } = useInbox()
  const asking = useInboxState((state) => state.asking)
  if (!asking) return null
  return (
    <Dialog
      open
      onOpenChange={() => inbox.box.set({ asking: null })}
      title={asking.length === 1 ? 'Put it off until' : `Put ${asking.length} captures off until`}
      description="On that day it is in the inbox again, on top."
    >
      <LaterChoices ids={asking} />
    </Dialog>
  )
}
