'use client'

import { useState } from 'react'
import { PlanDialog } from '@/components/studio/issue-list/plan-dialog'
import { formatDay } from '@/lib/times/rules'

/** Plans a date, or skips it. */
export function PlanHere({ date, quiet = false }: { date: string; quiet?: boolean }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        className={`inline-flex min-h-6 items-center rounded px-1 text-[0.8125rem] hover:bg-sunk pointer-coarse:min-h-11 ${quiet ? 'text-muted opacity-0 group-hover:opacity-100 focus-visible:opacity-100' : 'font-medium underline decoration-edge underline-offset-2'}`}
      >
        Plan<span className="sr-only"> {formatDay(date)}</span>
      </button>
      {open ? <PlanDialog date={date} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
