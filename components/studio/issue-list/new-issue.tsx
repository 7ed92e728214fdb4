'use client'

import { Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { sendCommand } from '@/components/studio/send-command'
import { useCommand } from '@/components/studio/use-command'
import { Button } from '@/components/ui/button'
import { PlanDialog } from './plan-dialog'

/** Makes an issue and opens it; asks nothing, since everything in it can be changed there. */
export function NewIssueButton() {
  const router = useRouter()
  const { busy, run } = useCommand()
  const create = () =>
    run(async () => {
      const { id } = await sendCommand<{ id: string }>('POST', '/api/issues', { as: 'DRAFT' })
      router.push(`/admin/issues/${id}`)
    })
  return (
    <Button tone="primary" busy={busy} onClick={() => void create()}>
      <Plus aria-hidden="true" size={16} /> New issue
    </Button>
  )
}

/** @param date what the next issue's date would be, `YYYY-MM-DD` */
export function PlanButton({ date }: { date: string }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>Plan a date</Button>
      {open ? <PlanDialog date={date} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
