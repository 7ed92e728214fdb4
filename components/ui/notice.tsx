import type { ReactNode } from 'react'

type Props = { tone?: 'plain' | 'ok' | 'warn' | 'bad'; title?: string; children?: ReactNode; alert?: boolean }

const edges = { plain: 'border-s-edge', ok: 'border-s-ok', warn: 'border-s-warn', bad: 'border-s-bad' }

/** A message that stays in the page. `alert` speaks it at once; for what just went wrong. */
export function Notice({ tone = 'plain', title, children, alert = false }: Props) {
  return (
    <div
      {...(alert ? { role: 'alert' } : {})}
      className={`rounded-md border border-s-4 border-rule bg-pane px-4 py-3 ${edges[tone]}`}
    >
      {title ? <p className="font-semibold">{title}</p> : null}
      {children}
    </div>
  )
}
