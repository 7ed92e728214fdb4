'use client'

import { useCommand } from '@/components/accounts/use-command'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'

/** For an owner: ends every session of another person. */
export function EndSessionsButton({ personId, who }: { personId: string; who: string }) {
  const { send, busy } = useCommand()
  const toast = useToast()
  async function end(): Promise<void> {
    const problem = await send('POST', `/api/people/${personId}/sign-out`)
    toast(
      problem ? { message: problem.message, tone: 'bad' } : { message: `${who} is signed out everywhere.` },
    )
  }
  return (
    <Button busy={busy} onClick={() => void end()}>
      Sign out everywhere
    </Button>
  )
}
