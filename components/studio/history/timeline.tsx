import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import type { HistoryEntry, IssueHistory } from '@/lib/history/schema'
import { formatMoment } from '@/lib/times/rules'

type Props = { history: IssueHistory; shown: number | 'draft'; zone: string; now: Date }

const linkClass =
  'block rounded-md px-3 py-2 no-underline hover:bg-sunk aria-[current]:bg-sunk aria-[current]:font-semibold'

/** Every edition and withdrawal, latest first; an edition leads to what it changed. */
export function Timeline({ history, shown, zone, now }: Props) {
  const path = `/admin/issues/${history.id}/history`
  return (
    <nav aria-label="Editions">
      <ol className="grid gap-1">
        {history.unpublished > 0 ? (
          <li>
            <Link
              href={`${path}?edition=draft`}
              aria-current={shown === 'draft' ? 'true' : undefined}
              className={linkClass}
            >
              <Badge tone="warn">Unpublished changes</Badge>
            </Link>
          </li>
        ) : null}
        {history.entries.map((entry) => (
          <li key={`${entry.kind}-${entry.at}`}>
            <Entry
              entry={entry}
              path={path}
              shown={shown}
              when={formatMoment(new Date(entry.at), zone, now)}
            />
          </li>
        ))}
      </ol>
    </nav>
  )
}

type EntryProps = { entry: HistoryEntry; path: string; shown: number | 'draft'; when: string }

function Entry({ entry, path, shown, when }: EntryProps) {
  const told = (
    <span className="block text-[0.8125rem] font-normal text-muted">
      <time dateTime={entry.at}>{when}</time>, by {entry.who}
    </span>
  )
  if (entry.kind === 'withdrawn') {
    return (
      <div className="px-3 py-2">
        <Badge tone="bad">Withdrawn</Badge>
        {told}
      </div>
    )
  }
  return (
    <Link
      href={`${path}?edition=${entry.edition}`}
      aria-current={shown === entry.edition ? 'true' : undefined}
      className={linkClass}
    >
      {entry.isCurrent ? <Badge tone="ok">Edition {entry.edition}, now</Badge> : `Edition ${entry.edition}`}
      {told}
      {entry.note ? <span className="mt-1 block font-normal">“{entry.note}”</span> : null}
    </Link>
  )
}
