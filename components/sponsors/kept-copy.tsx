import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'
import { copyFields } from '@/lib/slots/rules'

export type Kept = Partial<Record<(typeof copyFields)[number], string>>

/** What a form brought and couldn't save, to be copied from. */
export function KeptCopy({ kept, action }: { kept: Kept; action?: ReactNode }) {
  return (
    <div className="mb-6">
      <Notice tone="warn" title="What you wrote">
        <p className="text-muted">It could not be saved. Copy from here what you need.</p>
        <div className="mt-2 grid gap-1 rounded bg-sunk px-3 py-2" dir="auto">
          {copyFields.map((field) =>
            kept[field] ? (
              <p key={field} className="wrap-anywhere whitespace-pre-wrap">
                {kept[field]}
              </p>
            ) : null,
          )}
        </div>
        {action ? <div className="mt-2">{action}</div> : null}
      </Notice>
    </div>
  )
}
