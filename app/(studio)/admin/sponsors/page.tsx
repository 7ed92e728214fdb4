import type { Metadata } from 'next'
import Link from 'next/link'
import { BookingProvider } from '@/components/sponsors/inventory/booking'
import { calendarMonths } from '@/components/sponsors/inventory/calendar-months'
import { CalendarView } from '@/components/sponsors/inventory/calendar-view'
import { GapList } from '@/components/sponsors/inventory/gap-list'
import { InventoryTable } from '@/components/sponsors/inventory/inventory-table'
import { SponsorTabs } from '@/components/sponsors/sponsor-tabs'
import { Page } from '@/components/studio/page'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireStudioPage } from '@/lib/accounts/session'
import { readInventory } from '@/lib/inventory/queries'
import { findGaps, forBooking } from '@/lib/inventory/rules'
import { companyNames } from '@/lib/slots/queries/companies'
import { readLooseEnds } from '@/lib/slots/queries/loose-ends'
import { countOpenRequests } from '@/lib/storefront/list-requests'

export const metadata: Metadata = { title: 'Sponsors' }

const ROWS = 12

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const isDate = (text: unknown): text is string => typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text)

export default async function SponsorsPage({ searchParams }: Props) {
  const { from, view } = await searchParams
  const { actor } = await requireStudioPage('/admin/sponsors')
  const isCalendar = view === 'calendar'
  const [inventory, requests, companies, looseEnds] = await Promise.all([
    readInventory(actor),
    countOpenRequests(actor),
    isCalendar ? [] : companyNames(actor),
    isCalendar ? [] : readLooseEnds(actor),
  ])
  const { placements, dates, today } = inventory
  const start = isDate(from)
    ? Math.max(
        0,
        dates.findIndex(({ date }) => date >= from),
      )
    : 0
  const rows = dates.slice(start, start + ROWS)
  const next = dates[start + ROWS]
  const before = dates[Math.max(0, start - ROWS)]
  return (
    <Page>
      <PageHeader
        title="Sponsors"
        actions={
          placements.length > 0 ? (
            <Link
              href={isCalendar ? '/admin/sponsors' : '/admin/sponsors?view=calendar'}
              className={buttonClass()}
            >
              {isCalendar ? 'Show the next dates' : 'Show two years'}
            </Link>
          ) : null
        }
      />
      <SponsorTabs current="calendar" requests={requests} />
      {placements.length === 0 ? (
        <EmptyState title="What do you sell?">
          <p>
            A placement is a place in every issue that a sponsor can book: the top, say, with so many
            characters.
          </p>
          <Link href="/admin/sponsors/placements" className={buttonClass('primary')}>
            Make a placement
          </Link>
        </EmptyState>
      ) : isCalendar ? (
        <CalendarView months={calendarMonths(inventory)} />
      ) : (
        <BookingProvider inventory={forBooking(inventory)} companies={companies}>
          <div className="grid gap-5">
            {start === 0 ? (
              <GapList
                gaps={[...looseEnds, ...findGaps(inventory)]}
                placements={placements.map(({ name }) => name)}
                requests={requests}
                today={today}
              />
            ) : null}
            <InventoryTable placements={placements} rows={rows} today={today} />
            <nav aria-label="Dates" className="flex justify-between gap-2">
              {start > 0 && before ? (
                <Link href={`/admin/sponsors?from=${before.date}`} className={buttonClass()}>
                  Earlier dates
                </Link>
              ) : (
                <span />
              )}
              {next ? (
                <Link href={`/admin/sponsors?from=${next.date}`} className={buttonClass()}>
                  Later dates
                </Link>
              ) : null}
            </nav>
          </div>
        </BookingProvider>
      )}
    </Page>
  )
}
