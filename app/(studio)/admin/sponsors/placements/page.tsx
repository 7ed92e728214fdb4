import type { Metadata } from 'next'
import Link from 'next/link'
import { OrderButtons } from '@/components/sponsors/placements/order-buttons'
import { PlacementForm } from '@/components/sponsors/placements/placement-form'
import { placeInWords } from '@/components/sponsors/slot-spec'
import { SponsorTabs } from '@/components/sponsors/sponsor-tabs'
import { Page } from '@/components/studio/page'
import { PageHeader } from '@/components/ui/page-header'
import { Cell, Row, Table } from '@/components/ui/table'
import { requireStudioPage } from '@/lib/accounts/session'
import { formatMoney } from '@/lib/money/rules'
import { publicationSettings } from '@/lib/publication/queries'
import { listPlacements } from '@/lib/slots/queries/placements'
import { placementDefaults } from '@/lib/sponsors/schema'
import { countOpenRequests } from '@/lib/storefront/list-requests'

export const metadata: Metadata = { title: 'Placements' }

export default async function PlacementsPage() {
  const { actor } = await requireStudioPage('/admin/sponsors/placements')
  const [placements, { settings }] = await Promise.all([listPlacements(actor), publicationSettings(actor)])
  const sections = settings.sectionTemplates.flatMap(({ title }) => (title ? [title] : []))
  const onSale = placements.filter(({ retired }) => !retired).map(({ id }) => id)
  return (
    <Page>
      <PageHeader
        title="Placements"
        description="What can be booked in every issue, and what may be in it."
      />
      <SponsorTabs current="placements" requests={await countOpenRequests(actor)} />
      {placements.length > 0 ? (
        <div className="mb-8 rounded-lg border border-rule bg-pane">
          <Table
            caption="Placements"
            columns={['Placement', 'Stands', 'Room', 'Price', 'Copy due', 'Sold', 'Order']}
          >
            {placements.map(({ id, content, retired }) => (
              <Row key={id} className={retired ? 'text-muted' : ''}>
                <Cell header>
                  <Link
                    href={`/admin/sponsors/placements/${id}`}
                    className="font-medium underline decoration-edge underline-offset-2 hover:decoration-ink"
                  >
                    {content.name}
                  </Link>
                  {content.perIssue > 1 ? ` × ${content.perIssue}` : ''}
                </Cell>
                <Cell label="Stands">{placeInWords(content)}</Cell>
                <Cell label="Room">
                  {content.maxCharacters} characters, {content.maxLinks}{' '}
                  {content.maxLinks === 1 ? 'link' : 'links'}
                  {content.imageAllowed ? ', an image' : ''}
                </Cell>
                <Cell label="Price">{formatMoney(content.price, content.currency)}</Cell>
                <Cell label="Copy due">
                  {content.deadlineDays === 0
                    ? 'on the day'
                    : `${content.deadlineDays} ${content.deadlineDays === 1 ? 'day' : 'days'} before`}
                </Cell>
                <Cell label="Sold">{retired ? 'no more' : 'yes'}</Cell>
                <Cell label="Order" className="md:py-1">
                  {retired ? (
                    '–'
                  ) : (
                    <OrderButtons id={id} name={content.name} at={onSale.indexOf(id)} count={onSale.length} />
                  )}
                </Cell>
              </Row>
            ))}
          </Table>
        </div>
      ) : null}
      <section aria-labelledby="new" className="rounded-lg border border-rule bg-pane p-4 sm:p-5">
        <h2 id="new" className="mb-4 font-semibold">
          {placements.length > 0 ? 'Another placement' : 'Your first placement'}
        </h2>
        <PlacementForm
          key={placements.length}
          content={{ ...placementDefaults, name: '' }}
          sections={sections}
          path="/api/placements"
        />
      </section>
    </Page>
  )
}
