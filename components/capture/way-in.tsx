import type { ReactNode } from 'react'

/** One of the ways by which links come into the inbox. */
export function WayIn({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="grid gap-3 rounded-lg border border-rule bg-pane p-4 sm:p-5">
      <h2 id={id} className="font-text text-lg leading-tight font-bold">
        {title}
      </h2>
      {children}
    </section>
  )
}
