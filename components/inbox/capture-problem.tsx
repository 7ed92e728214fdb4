'use client'

import { CircleHelp, Unplug } from 'lucide-react'
import type { CaptureRow } from '@/lib/captures/schema'

/** Why readers may not reach the page; in one line until it is looked at. */
export function CaptureProblem({ row: { page }, isWhole }: { row: CaptureRow; isWhole: boolean }) {
  if (!page?.message) return null
  const isUnsure = page.outcome === 'UNSURE'
  const Icon = isUnsure ? CircleHelp : Unplug
  return (
    <p
      className={`grid grid-cols-[auto_minmax(0,1fr)] items-start gap-1.5 text-[0.8125rem] ${isUnsure ? 'text-muted' : 'text-warn'}`}
    >
      <Icon aria-hidden="true" size={13} className="mt-[0.25em]" />
      <span className={isWhole ? 'wrap-anywhere' : 'truncate'}>{page.message}</span>
    </p>
  )
}
