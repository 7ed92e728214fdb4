import type { ReactNode } from 'react'

type Props = { id: string; title: string; note?: ReactNode; children: ReactNode }

/** Settings that belong together, under a heading that the address can name. */
export function SettingGroup({ id, title, note, children }: Props) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="grid gap-4 rounded-lg border border-rule bg-pane p-4 sm:p-6"
    >
      <div>
        <h2 id={`${id}-title`} className="font-text text-lg font-bold">
          {title}
        </h2>
        {note ? <div className="text-muted">{note}</div> : null}
      </div>
      {children}
    </section>
  )
}
