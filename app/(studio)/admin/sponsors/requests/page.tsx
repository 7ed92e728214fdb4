import type { Metadata } from 'next'
import { RequestList } from '@/components/sponsors/requests/request-list'
import { SponsorTabs } from '@/components/sponsors/sponsor-tabs'
import { Page } from '@/components/studio/page'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireStudioPage } from '@/lib/accounts/session'
import { now } from '@/lib/clock/clock'
import { readPublication } from '@/lib/publication/queries'
import { companyNames } from '@/lib/slots/queries/companies'
import { listRequests } from '@/lib/storefront/list-requests'

export const metadata: Metadata = { title: 'Requests' }

export default async function RequestsPage() {
  const { actor } = await requireStudioPage('/admin/sponsors/requests')
  const [rows, companies, { zone, storefrontOpen }] = await Promise.all([
    listRequests(actor),
    companyNames(actor),
    readPublication(),
  ])
  const open = rows.filter(({ state }) => state === 'OPEN').length
  return (
    <Page>
      <PageHeader
        title="Requests"
        description={
          storefrontOpen ? (
            <>
              What strangers asked for at your{' '}
              <a href="/sponsor-us" className="underline underline-offset-2">
                storefront
              </a>
              . Each keeps its date until you answer or its time is over.
            </>
          ) : (
            <>
              Your storefront is closed. Open it in the{' '}
              <a href="/admin/settings#storefront" className="underline underline-offset-2">
                settings
              </a>
              , and sponsors can ask for dates by themselves.
            </>
          )
        }
      />
      <SponsorTabs current="requests" requests={open} />
      {rows.length > 0 ? (
        <RequestList rows={rows} companies={companies} zone={zone} now={now().getTime()} />
      ) : (
        <EmptyState title="Nobody has asked yet">
          <p>
            Requests from <code>/sponsor-us</code> stand here, and you are mailed each.
          </p>
        </EmptyState>
      )}
    </Page>
  )
}
