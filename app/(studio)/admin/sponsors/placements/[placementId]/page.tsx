import type { Metadata } from 'next'
import Link from 'next/link'
import { orNotFound } from '@/app/(studio)/admin/or-not-found'
import { PlacementForm } from '@/components/sponsors/placements/placement-form'
import { RetirePlacement } from '@/components/sponsors/placements/retire-placement'
import { Page } from '@/components/studio/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireStudioPage } from '@/lib/accounts/session'
import { AppError } from '@/lib/errors/app-error'
import { isUuid } from '@/lib/ids/rules'
import { publicationSettings } from '@/lib/publication/queries'
import { readPlacement } from '@/lib/slots/queries/placements'

export const metadata: Metadata = { title: 'Placement' }

export default async function PlacementPage({ params }: { params: Promise<{ placementId: string }> }) {
  const { placementId } = await params
  const { actor } = await requireStudioPage(`/admin/sponsors/placements/${placementId}`)
  const known = isUuid(placementId)
    ? readPlacement(actor, placementId)
    : Promise.reject(new AppError('not_found', 'There is no such placement.'))
  const [placement, { settings }] = await Promise.all([orNotFound(known), publicationSettings(actor)])
  const sections = settings.sectionTemplates.flatMap(({ title }) => (title ? [title] : []))
  return (
    <Page width="text">
      <PageHeader
        above={
          <Link
            href="/admin/sponsors/placements"
            className="underline decoration-edge underline-offset-2 hover:decoration-ink"
          >
            Placements
          </Link>
        }
        title={placement.content.name}
        description={placement.retired ? 'Out of sale; what is booked in it still runs.' : null}
        actions={
          <RetirePlacement id={placementId} retired={placement.retired} name={placement.content.name} />
        }
      />
      <PlacementForm
        key={placement.version}
        content={placement.content}
        version={placement.version}
        sections={sections}
        path={`/api/placements/${placementId}`}
      />
    </Page>
  )
}
