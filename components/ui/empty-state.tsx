import type { ReactNode } from 'react'

/** What stands where a list has nothing to show: what it is for, and how to begin. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="mx-auto grid max-w-md justify-items-center gap-3 px-4 py-16 text-center">
      <h2 className="font-text text-xl font-bold">{title}</h2>
      <div className="grid justify-items-center gap-4 text-muted">{children}</div>
    </div>
  )
}
