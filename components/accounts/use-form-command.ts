'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { CommandError, sendCommand } from '@/components/studio/send-command'

type Send = <R = unknown>(
  method: 'POST' | 'PATCH',
  path: string,
  input?: Record<string, unknown>,
  done?: (result: R) => void,
) => Promise<boolean>

/**
 * Sends a form's command, and shows the page anew when it was carried out. `send` gives back whether it was; `error`
 * is what was wrong, for the form to show beside its fields. `done` gets what the command answered.
 */
export function useFormCommand(): { send: Send; busy: boolean; error: CommandError | null } {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<CommandError | null>(null)
  const send: Send = async <R>(
    method: 'POST' | 'PATCH',
    path: string,
    input?: Record<string, unknown>,
    done?: (result: R) => void,
  ) => {
    setBusy(true)
    setError(null)
    try {
      const result = await sendCommand<R>(method, path, input)
      done?.(result)
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
