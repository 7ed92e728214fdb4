'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { sendCommand } from '@/components/studio/send-command'
import { useCommand } from '@/components/studio/use-command'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useToast } from '@/components/ui/toast'

/** Takes a company off the lists, after asking once. */
export function RemoveCompany({ id, name }: { id: string; name: string }) {
  const router = useRouter()
  const toast = useToast()
  const { run } = useCommand()
  const [asks, setAsks] = useState(false)
  const remove = async () => {
    await run(async () => {
      await sendCommand('POST', `/api/sponsors/${id}/remove`)
      toast({ message: `${name} is removed.` })
      router.push('/admin/sponsors/companies')
      router.refresh()
    })
  }
  return (
    <>
      <Button tone="quiet" onClick={() => setAsks(true)}>
        Remove the company
      </Button>
      <ConfirmDialog
        open={asks}
        onOpenChange={setAsks}
        title={`Remove ${name}?`}
        confirm="Remove"
        tone="danger"
        onConfirm={remove}
      >
        <p>
          It leaves these lists, and the links of its contacts stop working at once. What it ran stays in your
          issues and reports. This can’t be taken back.
        </p>
      </ConfirmDialog>
    </>
  )
}
