import type { ReactNode } from 'react'

export type BadgeTone = 'plain' | 'filled' | 'ok' | 'warn' | 'bad' | 'accent'

const dots: Record<BadgeTone, string> = {
  plain: 'bg-transparent border border-muted',
  filled: 'bg-muted',
  ok: 'bg-ok',
  warn: 'bg-warn',
  bad: 'bg-bad',
  accent: 'bg-accent',
}

/** A word with a dot. The word says it; the colour only helps to find it. */
export function Badge({ tone = 'plain', children }: { tone?: BadgeTone; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <span aria-hidden="true" className={`size-2 flex-none rounded-full ${dots[tone]}`} />
      {children}
    </span>
  )
}
