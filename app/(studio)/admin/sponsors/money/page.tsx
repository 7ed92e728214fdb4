import type { Metadata } from 'next'
import { MoneyHead } from '@/components/sponsors/money/money-head'
import { MoneyList } from '@/components/sponsors/money/money-list'
import { MoneyTotals } from '@/components/sponsors/money/money-totals'
import { SponsorTabs } from '@/components/sponsors/sponsor-tabs'
import { Page } from '@/components/studio/page'
import { requireStudioPage } from '@/lib/accounts/session'
import { now } from '@/lib/clock/clock'
import { listMoney } from '@/lib/sales/queries'
import { isUnpaid, isUnsent, sumByCompany, sumByMonth, yearIn } from '@/lib/sales/rules'
import { type MoneyView, moneyViews } from '@/lib/sales/schema'
import { countOpenRequests } from '@/lib/storefront/list-requests'

export const metadata: Metadata = { title: 'Money' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function MoneyPage({ searchParams }: Props) {
  const { actor } = await requireStudioPage('/admin/sponsors/money')
  const query = await searchParams
  const year = yearIn(typeof query.year === 'string' ? query.year : null, now())
  const view: MoneyView = moneyViews.find((name) => name === query.show) ?? 'all'
  const [rows, owed] = await Promise.all([listMoney(actor, { year }), listMoney(actor, 'owed')])
  const lists = {
    all: rows,
    unsent: owed.filter(isUnsent),
    unpaid: owed.filter(isUnpaid),
    paid: rows.filter(({ paidOn }) => paidOn !== null),
  }
  return (
    <Page>
      <MoneyHead year={year} />
      <SponsorTabs current="money" requests={await countOpenRequests(actor)} />
      <MoneyTotals year={year} months={sumByMonth(rows)} companies={sumByCompany(rows)} />
      <MoneyList lists={lists} view={view} year={year} />
    </Page>
  )
}
