'use client'

import { useCommand } from '@/components/accounts/use-command'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'

/** Ends one session at once; whoever uses that browser keeps what they typed there and is asked to sign in. */
export function RevokeButton({ sessionId, device }: { sessionId: string; device: string }) {
  const { send, busy } = useCommand()
  const toast = useToast()
  async function revoke(): Promise<void> {
    const problem = await send('POST', `/api/sessions/${sessionId}/revoke`)
    toast(problem ? { message: problem.message, tone: 'bad' } : { message: `${device} is signed out.` })
  }
  return (
    <Button busy={busy} aria-label={`Sign out ${device}`} onClick={() => void revoke()}>
      Sign out
    </Button>
  )
}
