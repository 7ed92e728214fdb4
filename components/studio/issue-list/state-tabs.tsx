import Link from 'next/link'
import { stateLabel } from '@/components/ui/state-badge'
import { filterPath } from '@/lib/issue-list/rules'
import type { IssueFilter, IssueList } from '@/lib/issue-list/schema'
import { issueStates } from '@/lib/issues/schema'

type Props = { filter: IssueFilter; counts: IssueList['counts'] }

/** The states that have issues, each with how many; one of them narrows the list. */
export function StateTabs({ filter, counts }: Props) {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const shown = issueStates.filter((state) => counts[state] > 0 || filter.state === state)
  const tabs = [
    { state: null, label: 'All', count: total },
    ...shown.map((state) => ({ state, label: stateLabel(state), count: counts[state] })),
  ]
  return (
    <nav aria-label="State" className="-mx-1 flex gap-1 overflow-x-auto p-1">
      {tabs.map(({ state, label, count }) => (
        <Link
          key={label}
          href={filterPath({ ...filter, state, after: null })}
          aria-current={filter.state === state ? 'true' : undefined}
          className="flex min-h-8 items-center gap-1.5 rounded-md px-2.5 whitespace-nowrap text-muted no-underline hover:bg-sunk hover:text-ink aria-[current]:bg-sunk aria-[current]:font-semibold aria-[current]:text-ink pointer-coarse:min-h-11"
        >
          {label} <span className="font-normal text-muted tabular-nums">{count}</span>
        </Link>
      ))}
    </nav>
  )
}
