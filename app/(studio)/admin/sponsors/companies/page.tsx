import type { Metadata } from 'next'
import { AddCompany } from '@/components/sponsors/companies/add-company'
import { CompanyTable } from '@/components/sponsors/companies/company-table'
import { SponsorTabs } from '@/components/sponsors/sponsor-tabs'
import { Page } from '@/components/studio/page'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { inputClass } from '@/components/ui/input-class'
import { PageHeader } from '@/components/ui/page-header'
import { requireStudioPage } from '@/lib/accounts/session'
import { now } from '@/lib/clock/clock'
import { readPublication } from '@/lib/publication/queries'
import { dateInZone } from '@/lib/schedule/rules'
import { listCompanies } from '@/lib/slots/queries/companies'
import { countOpenRequests } from '@/lib/storefront/list-requests'

export const metadata: Metadata = { title: 'Companies' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function CompaniesPage({ searchParams }: Props) {
  const { q } = await searchParams
  const { actor } = await requireStudioPage('/admin/sponsors/companies')
  const { zone } = await readPublication()
  const words = typeof q === 'string' && !q.includes('\u0000') ? q.trim().slice(0, 120) : ''
  const rows = await listCompanies(actor, dateInZone(now(), zone), words)
  return (
    <Page>
      <PageHeader title="Companies" description="Who books your slots, and whom you write to there." />
      <SponsorTabs current="companies" requests={await countOpenRequests(actor)} />
      <AddCompany />
      <form className="my-5 flex max-w-md gap-2" action="/admin/sponsors/companies">
        <input
          type="search"
          name="q"
          defaultValue={words}
          aria-label="Find a company"
          className={inputClass}
        />
        <button type="submit" className={buttonClass()}>
          Find
        </button>
      </form>
      {rows.length > 0 ? (
        <CompanyTable rows={rows} />
      ) : (
        <EmptyState title={words ? 'No company is called like that' : 'No company yet'}>
          <p>{words ? 'Try another word.' : 'Add the first one above, or while you book a date.'}</p>
        </EmptyState>
      )}
    </Page>
  )
}
