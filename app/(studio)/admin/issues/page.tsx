import type { Metadata } from 'next'
import Link from 'next/link'
import { IssueViews } from '@/components/studio/calendar/issue-views'
import { FilterForm } from '@/components/studio/issue-list/filter-form'
import { IssueRows } from '@/components/studio/issue-list/issue-rows'
import { NewIssueButton, PlanButton } from '@/components/studio/issue-list/new-issue'
import { StateTabs } from '@/components/studio/issue-list/state-tabs'
import { Page } from '@/components/studio/page'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireStudioPage } from '@/lib/accounts/session'
import { now } from '@/lib/clock/clock'
import { listIssues } from '@/lib/issue-list/queries'
import { filterOf, filterPath } from '@/lib/issue-list/rules'
import { nextIssue } from '@/lib/issues/queries'
import { readPublication } from '@/lib/publication/queries'

export const metadata: Metadata = { title: 'Issues' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function IssuesPage({ searchParams }: Props) {
  const filter = filterOf(await searchParams)
  const { actor } = await requireStudioPage(filterPath(filter))
  const [list, { zone }, next] = await Promise.all([
    listIssues(actor, filter),
    readPublication(),
    nextIssue(actor),
  ])
  const { rows, counts, years } = list
  const found = filter.state ? counts[filter.state] : Object.values(counts).reduce((sum, n) => sum + n, 0)
  const isFirstRun = years.length === 0
  return (
    <Page>
      <PageHeader
        title="Issues"
        actions={
          isFirstRun ? null : (
            <>
              <PlanButton date={next.date} />
              <NewIssueButton />
            </>
          )
        }
      />
      {isFirstRun ? (
        <EmptyState title="Your first issue starts here">
          <p>
            It takes number {next.number} and the title, address and sections of the{' '}
            <Link href="/admin/settings" className="text-accent">
              settings
            </Link>
            . Everything can be changed later.
          </p>
          <NewIssueButton />
        </EmptyState>
      ) : (
        <>
          <IssueViews current="list" />
          <div className="grid gap-3">
            <FilterForm filter={filter} years={years} />
            <StateTabs filter={filter} counts={counts} />
            {/* Said when a filter changes: the tabs show the same to those who see. */}
            <p role="status" className="sr-only">
              {found === 1 ? '1 issue' : `${found} issues`}
            </p>
            {rows.length > 0 ? (
              <IssueRows rows={rows} zone={zone} now={now().getTime()} next={next.date} />
            ) : (
              <EmptyState title="No issue is like that">
                <p>Try another word, year or state.</p>
                <Link href="/admin/issues" className={buttonClass()}>
                  Show all
                </Link>
              </EmptyState>
            )}
            <nav aria-label="Pages" className="flex justify-between gap-2">
              {filter.after ? (
                <Link href={filterPath({ ...filter, after: null })} className={buttonClass()}>
                  Back to the latest
                </Link>
              ) : (
                <span />
              )}
              {list.next ? (
                <Link href={filterPath({ ...filter, after: list.next })} className={buttonClass()}>
                  Earlier issues
                </Link>
              ) : null}
            </nav>
          </div>
        </>
      )}
    </Page>
  )
}
