'use client'

import { useRefreshingCommand } from '@/components/accounts/use-refreshing-command'
import { Button } from '@/components/ui/button'

/** Ends one session at once; whoever uses that browser keeps what they typed there and is asked to sign in. */
export function RevokeButton({ sessionId, device }: { sessionId: string; device: string }) {
  const { post, busy } = useRefreshingCommand()
  const revoke = () => post(`/api/sessions/${sessionId}/revoke`, `${device} is signed out.`)
  return (
    <Button busy={busy} aria-label={`Sign out ${device}`} onClick={() => void revoke()}>
      Sign out
    </Button>
  )
}
