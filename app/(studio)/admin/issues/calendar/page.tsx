import type { Metadata } from 'next'
import { IssueViews } from '@/components/studio/calendar/issue-views'
import { MonthGrid } from '@/components/studio/calendar/month-grid'
import { MonthList } from '@/components/studio/calendar/month-list'
import { MonthNav } from '@/components/studio/calendar/month-nav'
import { NewIssueButton, PlanButton } from '@/components/studio/issue-list/new-issue'
import { Page } from '@/components/studio/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireStudioPage } from '@/lib/accounts/session'
import { readCalendar } from '@/lib/calendar/queries'
import { monthOf } from '@/lib/calendar/rules'
import { now } from '@/lib/clock/clock'
import { nextIssue } from '@/lib/issues/queries'
import { readPublication } from '@/lib/publication/queries'
import { dateInZone } from '@/lib/schedule/rules'
import { monthInWords } from '@/lib/times/rules'

export const metadata: Metadata = { title: 'Calendar' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** A month of issues, what is booked in them, and what is due when. */
export default async function CalendarPage({ searchParams }: Props) {
  const { actor } = await requireStudioPage('/admin/issues/calendar')
  const { zone } = await readPublication()
  const month = monthOf((await searchParams).month, dateInZone(now(), zone))
  const [calendar, next] = await Promise.all([readCalendar(actor, month), nextIssue(actor)])
  const label = monthInWords(month)
  return (
    <Page>
      <PageHeader
        title="Issues"
        actions={
          <>
            <PlanButton date={next.date} />
            <NewIssueButton />
          </>
        }
      />
      <IssueViews current="calendar" />
      <MonthNav month={month} today={calendar.today} />
      <MonthGrid calendar={calendar} next={next.date} label={label} />
      <MonthList calendar={calendar} next={next.date} label={label} />
    </Page>
  )
}
