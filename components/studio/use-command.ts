'use client'

import { useCallback, useState } from 'react'
import { useToast } from '@/components/ui/toast'
import { CommandError } from './send-command'

/**
 * Runs commands one at a time and tells what failed. `run` gives back whether it ended well, so that a caller can
 * close its dialog or keep it.
 */
export function useCommand() {
  const show = useToast()
  const [busy, setBusy] = useState(false)
  const run = useCallback(
    async (work: () => Promise<void>): Promise<boolean> => {
      setBusy(true)
      try {
        await work()
        return true
      } catch (error) {
        const failure = error instanceof CommandError ? error : null
        if (!failure) throw error
        const next = encodeURIComponent(window.location.pathname + window.location.search)
        // Beside this page, which still holds what was typed.
        const open = () => void window.open(`/sign-in?next=${next}`, '_blank', 'noopener')
        const signIn = { label: 'Sign in in a new tab', act: open }
        const action = failure.code === 'unauthenticated' ? { action: signIn } : {}
        show({ message: failure.message, tone: 'bad', ...action })
        return false
      } finally {
        setBusy(false)
      }
    },
    [show],
  )
  return { busy, run }
}
