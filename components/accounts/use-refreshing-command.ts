'use client'

import { useRouter } from 'next/navigation'
import { sendCommand } from '@/components/studio/send-command'
import { useCommand } from '@/components/studio/use-command'
import { useToast } from '@/components/ui/toast'

type Undo = { path: string; done: string; input?: Record<string, unknown> }

/**
 * Posts a command from a menu or a button; says `done` and shows the page anew when it was carried out, and says what
 * was wrong when not. `undo`: what takes it back, offered with the message.
 */
export function useRefreshingCommand() {
  const router = useRouter()
  const toast = useToast()
  const { run, busy } = useCommand()
  const post = (path: string, done: string, input?: Record<string, unknown>, undo?: Undo) =>
    run(async () => {
      await sendCommand('POST', path, input)
      const act = async () => {
        if (undo) await post(undo.path, undo.done, undo.input)
      }
      toast({ message: done, ...(undo ? { action: { label: 'Undo', act } } : {}) })
      router.refresh()
    })
  return { post, busy }
}
