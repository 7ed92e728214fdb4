import type { ReactNode } from 'react'

type TableProps = { caption: string; columns: readonly string[]; children: ReactNode }

/**
 * A table whose rows stack on a phone: give each `Cell` the `label` of its column, which is shown there. `caption` is
 * for those who don't see it.
 */
export function Table({ caption, columns, children }: TableProps) {
  return (
    <table className="w-full border-collapse max-md:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-md:sr-only">
        <tr className="border-b border-rule text-start text-[0.8125rem] text-muted">
          {columns.map((column) => (
            <th key={column} scope="col" className="px-3 py-2 text-start font-medium">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">{children}</tbody>
    </table>
  )
}

export function Row({ children, className = '' }: { children: ReactNode; className?: string }) {
  return (
    <tr className={`border-b border-rule max-md:grid max-md:gap-1 max-md:px-3 max-md:py-3 ${className}`}>
      {children}
    </tr>
  )
}

type CellProps = { label?: string; children: ReactNode; className?: string; header?: boolean }

/** `header`: the cell that names its row, however long the name. */
export function Cell({ label, children, className = '', header = false }: CellProps) {
  const Tag = header ? 'th' : 'td'
  const name = header ? 'wrap-anywhere md:min-w-32' : ''
  return (
    <Tag
      {...(header ? { scope: 'row' } : {})}
      className={`px-3 py-2.5 text-start align-top font-normal max-md:p-0 ${name} ${className}`}
    >
      {label ? <span className="me-2 text-[0.8125rem] text-muted md:hidden">{label}</span> : null}
      {children}
    </Tag>
  )
}
