import Link from 'next/link'
import type { DraftHistory } from '@/lib/history/schema'
import { formatMoment } from '@/lib/times/rules'

type Props = { history: DraftHistory; shown: number; zone: string; now: Date }

/** Every stretch of changes by one person, latest first; each leads to what it changed. */
export function VersionList({ history: { id, row, versions }, shown, zone, now }: Props) {
  const path = `/admin/issues/${id}/versions?${row ? `row=${row.id}&` : ''}from=`
  return (
    <nav aria-label="Versions" className="max-lg:max-h-64 max-lg:overflow-y-auto">
      <ol className="grid gap-1">
        {versions.map(({ from, at, who, rows }) => (
          <li key={from}>
            <Link
              href={`${path}${from}`}
              aria-current={shown === from ? 'true' : undefined}
              className="block rounded-md px-3 py-2 no-underline hover:bg-sunk aria-[current]:bg-sunk aria-[current]:font-semibold"
            >
              <time dateTime={at}>{formatMoment(new Date(at), zone, now)}</time>
              <span className="block text-[0.8125rem] font-normal text-muted">
                by {who}
                {row ? '' : `, ${rows === 1 ? 'one row' : `${rows} rows`}`}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
