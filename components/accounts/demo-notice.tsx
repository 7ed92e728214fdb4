'use client'

import { useState } from 'react'
import { useRefreshingCommand } from '@/components/accounts/use-refreshing-command'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Notice } from '@/components/ui/notice'
import { plural } from '@/lib/counts/rules'

/** Offers the owner of a publication that began as a demo to remove what came with it. */
export function DemoNotice({ issues, people }: { issues: number; people: number }) {
  const [asks, setAsks] = useState(false)
  const { post } = useRefreshingCommand()
  const all = `${plural(issues, 'example issue')} and ${plural(people, 'demo account')}`
  return (
    <div className="mb-6">
      <Notice tone="warn" title="This publication began as a demo">
        <p className="mt-1 mb-3">
          It still has {all}. The demo’s people can no longer sign in. Remove what came with it when you have
          looked around; what you made yourself stays.
        </p>
        <Button onClick={() => setAsks(true)}>Remove the demo…</Button>
      </Notice>
      <ConfirmDialog
        open={asks}
        onOpenChange={setAsks}
        title="Remove the demo?"
        confirm="Remove the demo"
        tone="danger"
        onConfirm={async () => {
          await post('/api/publication/remove-demo', 'The demo is removed.')
        }}
      >
        <p>
          {all} go for good, from the readers’ archive too. Name, templates and footer stay as they are:
          change them in the settings.
        </p>
      </ConfirmDialog>
    </div>
  )
}
