import { EmptyState } from '@/components/ui/empty-state'
import type { Comparison as Compared, RowDiff } from '@/lib/history/schema'
import { FieldChange } from './field-change'

/** What an edition changed, part by part, in the order of the page. */
export function Comparison({ comparison }: { comparison: Compared }) {
  const { before, after, rows, items } = comparison
  if (before === null) {
    return (
      <EmptyState title="Where it began">
        <p>
          {after} is the first one, with {items === 1 ? '1 item' : `${items} items`}. Nothing went before it
          to compare it with.
        </p>
      </EmptyState>
    )
  }
  if (rows.length === 0) {
    return (
      <EmptyState title="The same text">
        <p>Readers find no difference between {before} and this one.</p>
      </EmptyState>
    )
  }
  return (
    <div className="grid gap-4">
      <h2 className="font-text text-lg font-bold">
        {after}, against {before}
      </h2>
      <ChangeList rows={rows} />
    </div>
  )
}

/** What differs, part by part. */
export function ChangeList({ rows }: { rows: readonly RowDiff[] }) {
  return (
    <ul className="grid gap-4">
      {rows.map((row) => (
        <li key={`${row.what}-${row.id}`} className="rounded-lg border border-rule bg-pane px-4 py-3 sm:px-5">
          <Part row={row} />
        </li>
      ))}
    </ul>
  )
}

const kinds = { issue: '', section: 'Section', item: 'Item', sponsor: 'Sponsor’s part' }
const tones = { added: 'text-ok', removed: 'text-bad', changed: 'text-muted' }

/** What happened, in words: “Item moved here from Articles, and changed”. */
function wordsFor({ what, change, movedFrom, fields }: RowDiff): string {
  if (change !== 'changed') return `${kinds[what]} ${change}`.trim()
  const moved = movedFrom ? `moved here from ${movedFrom}` : ''
  const changed = fields.length > 0 ? 'changed' : ''
  const words = [moved, changed].filter(Boolean).join(', and ')
  return kinds[what] ? `${kinds[what]} ${words}` : `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

function Part({ row }: { row: RowDiff }) {
  return (
    <>
      <p className={`text-[0.8125rem] font-medium ${tones[row.change]}`}>{wordsFor(row)}</p>
      <h3 className="font-semibold" dir="auto">
        {row.name}
        {row.place ? <span className="font-normal text-muted"> · {row.place}</span> : null}
      </h3>
      {row.fields.length > 0 ? (
        <dl className="mt-2 grid gap-2">
          {row.fields.map((field) => (
            <FieldChange key={field.label} field={field} change={row.change} />
          ))}
        </dl>
      ) : null}
    </>
  )
}
