import type { Metadata } from 'next'
import Link from 'next/link'
import { orNotFound } from '@/app/(studio)/admin/or-not-found'
import { CompanyForm } from '@/components/sponsors/companies/company-form'
import { Contacts } from '@/components/sponsors/companies/contacts'
import { RemoveCompany } from '@/components/sponsors/companies/remove-company'
import { SlotTable } from '@/components/sponsors/slot-table'
import { Page } from '@/components/studio/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireStudioPage } from '@/lib/accounts/session'
import { now } from '@/lib/clock/clock'
import { AppError } from '@/lib/errors/app-error'
import { isUuid } from '@/lib/ids/rules'
import { readPublication } from '@/lib/publication/queries'
import { dateInZone } from '@/lib/schedule/rules'
import { readCompany } from '@/lib/slots/queries/companies'
import { listSlotsOf } from '@/lib/slots/queries/list-slots'

export const metadata: Metadata = { title: 'Company' }

export default async function CompanyPage({ params }: { params: Promise<{ sponsorId: string }> }) {
  const { sponsorId } = await params
  const { actor } = await requireStudioPage(`/admin/sponsors/companies/${sponsorId}`)
  const known = isUuid(sponsorId)
    ? readCompany(actor, sponsorId)
    : Promise.reject(new AppError('not_found', 'There is no such company.'))
  const company = await orNotFound(known)
  const [slots, { zone }] = await Promise.all([listSlotsOf(actor, sponsorId), readPublication()])
  return (
    <Page>
      <PageHeader
        above={
          <Link
            href="/admin/sponsors/companies"
            className="underline decoration-edge underline-offset-2 hover:decoration-ink"
          >
            Companies
          </Link>
        }
        title={company.name}
        description={company.isHouse ? 'Your own copy, for places that nobody bought.' : null}
        actions={company.isHouse ? null : <RemoveCompany id={sponsorId} name={company.name} />}
      />
      <div className="grid gap-8">
        {company.isHouse ? null : (
          <>
            <Contacts sponsorId={sponsorId} contacts={company.contacts} zone={zone} />
            <CompanyForm key={company.version} company={company} />
          </>
        )}
        <section aria-labelledby="slots">
          <h2 id="slots" className="mb-2 font-semibold">
            Slots
          </h2>
          {slots.length > 0 ? (
            <SlotTable
              rows={slots}
              today={dateInZone(now(), zone)}
              base="/admin/sponsors/slots"
              caption={`Slots of ${company.name}`}
              viewer="studio"
            />
          ) : (
            <p className="text-muted">
              Nothing booked yet.{' '}
              <Link href="/admin/sponsors" className="text-accent">
                Book a date
              </Link>
              .
            </p>
          )}
        </section>
      </div>
    </Page>
  )
}
