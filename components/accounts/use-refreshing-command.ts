'use client'

import { useRouter } from 'next/navigation'
import { sendCommand } from '@/components/studio/send-command'
import { useCommand } from '@/components/studio/use-command'
import { useToast } from '@/components/ui/toast'

/**
 * Posts a command from a menu or a button; says `done` and shows the page anew when it was carried out, and says what
 * was wrong when not.
 */
export function useRefreshingCommand() {
  const router = useRouter()
  const toast = useToast()
  const { run, busy } = useCommand()
  const post = (path: string, done: string, input?: Record<string, unknown>) =>
    run(async () => {
      await sendCommand('POST', path, input)
      toast({ message: done })
      router.refresh()
    })
  return { post, busy }
}
