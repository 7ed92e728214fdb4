'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { CommandError, sendCommand } from '@/components/studio/send-command'

type Send = (
  method: 'POST' | 'PATCH',
  path: string,
  input?: Record<string, unknown>,
) => Promise<CommandError | null>

/**
 * Sends commands from a form or a menu of the accounts' pages, and shows the page anew when one was carried out.
 * `send` gives back what was wrong, or null; `error` keeps it for the page to show until the next one.
 */
export function useCommand(): { send: Send; busy: boolean; error: CommandError | null } {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<CommandError | null>(null)
  const send: Send = async (method, path, input) => {
    setBusy(true)
    setError(null)
    try {
      await sendCommand(method, path, input)
      router.refresh()
      return null
    } catch (thrown) {
      if (!(thrown instanceof CommandError)) throw thrown
      setError(thrown)
      return thrown
    } finally {
      setBusy(false)
    }
  }
  return { send, busy, error }
}
