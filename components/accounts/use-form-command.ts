'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { CommandError, sendCommand } from '@/components/studio/send-command'

type Send = (method: 'POST' | 'PATCH', path: string, input?: Record<string, unknown>) => Promise<boolean>

/**
 * Sends a form's command, and shows the page anew when it was carried out. `send` gives back whether it was; `error`
 * is what was wrong, for the form to show beside its fields.
 */
export function useFormCommand(): { send: Send; busy: boolean; error: CommandError | null } {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<CommandError | null>(null)
  const send: Send = async (method, path, input) => {
    setBusy(true)
    setError(null)
    try {
      await sendCommand(method, path, input)
      router.refresh()
      return true
    } catch (thrown) {
      if (!(thrown instanceof CommandError)) throw thrown
      setError(thrown)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { send, busy, error }
}
