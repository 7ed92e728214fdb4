import type { ReactNode } from 'react'

type Props = { title: ReactNode; description?: ReactNode; actions?: ReactNode; above?: ReactNode }

/** The heading of a page, with what can be done there at its end. */
export function PageHeader({ title, description, actions, above }: Props) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-1">
        {above ? <div className="text-[0.8125rem] text-muted">{above}</div> : null}
        <h1 className="font-text text-2xl leading-tight font-bold tracking-tight">{title}</h1>
        {description ? <div className="max-w-prose text-muted">{description}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
    </header>
  )
}
