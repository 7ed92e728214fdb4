'use client'

import { useRefreshingCommand } from '@/components/accounts/use-refreshing-command'
import { Button } from '@/components/ui/button'

/** For an owner: ends every session of another person. */
export function EndSessionsButton({ personId, who }: { personId: string; who: string }) {
  const { post, busy } = useRefreshingCommand()
  const end = () => post(`/api/people/${personId}/sign-out`, `${who} is signed out everywhere.`)
  return (
    <Button busy={busy} onClick={() => void end()}>
      Sign out everywhere
    </Button>
  )
}
