import type { Metadata } from 'next'
import { SlotTable } from '@/components/sponsors/slot-table'
import { Page } from '@/components/studio/page'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { now } from '@/lib/clock/clock'
import { readPublication } from '@/lib/publication/queries'
import { dateInZone } from '@/lib/schedule/rules'
import { listOwnSlots } from '@/lib/slots/queries/list-slots'
import type { SlotRow } from '@/lib/slots/schema'
import { requireContactPage } from '@/lib/sponsors/portal'

export const metadata: Metadata = { title: 'Your slots' }

/** What a contact's company booked: what waits for them first. */
export default async function PortalPage() {
  const { contact } = await requireContactPage('/sponsor')
  const [rows, { zone, name }] = await Promise.all([listOwnSlots(contact), readPublication()])
  const today = dateInZone(now(), zone)
  const shown = rows.filter(({ state }) => state !== 'RELEASED')
  // Of an issue that is late too: it can still be written for.
  const isComing = ({ state }: SlotRow) => state !== 'RAN' && state !== 'MISSED'
  const coming = shown.filter(isComing).reverse()
  const past = shown.filter((row) => !isComing(row))
  return (
    <Page width="text">
      <PageHeader title="Your slots" description={`Your messages to the readers of ${name}.`} />
      {shown.length === 0 ? (
        <EmptyState title="Nothing booked yet">
          <p>As soon as the editors book a date for you, it stands here with its deadline.</p>
        </EmptyState>
      ) : null}
      {coming.length > 0 ? (
        <section aria-labelledby="coming" className="mb-8">
          <h2 id="coming" className="mb-2 font-semibold">
            Coming
          </h2>
          <SlotTable rows={coming} today={today} base="/sponsor/slots" caption="Coming slots" />
        </section>
      ) : null}
      {past.length > 0 ? (
        <section aria-labelledby="past">
          <h2 id="past" className="mb-2 font-semibold">
            Past
          </h2>
          <SlotTable rows={past} today={today} base="/sponsor/slots" caption="Past slots" />
        </section>
      ) : null}
    </Page>
  )
}
