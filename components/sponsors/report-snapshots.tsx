import { Moment } from '@/components/accounts/moment'
import type { KeptSnapshot } from '@/lib/reports/schema'
import { formatDay } from '@/lib/times/rules'
import { ReportSection } from './report-clicks'
import { countInWords } from './report-words'

type Props = { snapshots: readonly KeptSnapshot[]; zone: string }

/** What this report said before, kept with its hash so that it can be held against this one. */
export function ReportSnapshots({ snapshots, zone }: Props) {
  if (snapshots.length === 0) return null
  return (
    <ReportSection id="kept" title="As it stood">
      <ul className="grid gap-2 print:gap-1">
        {snapshots.map(({ snapshot: { day, until, clicks }, hash, takenAt, isIntact }) => (
          <li key={day}>
            {day === 1 ? 'After one day' : `After ${day} days`}, by the end of {formatDay(until)}:{' '}
            <strong className="tabular-nums">{countInWords(clicks.verified)}</strong> of{' '}
            {countInWords(clicks.raw)}
            <span className="block text-[0.8125rem] text-muted">
              Kept <Moment at={new Date(takenAt)} zone={zone} />. SHA-256{' '}
              <code className="text-[0.6875rem] [overflow-wrap:anywhere]">{hash}</code>
              {isIntact ? null : (
                <strong className="block text-bad">
                  What is kept doesn’t fit this hash: it was changed.
                </strong>
              )}
            </span>
          </li>
        ))}
      </ul>
    </ReportSection>
  )
}
