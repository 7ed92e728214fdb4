import type { Metadata } from 'next'
import { orNotFound } from '@/app/(studio)/admin/or-not-found'
import { ReportView } from '@/components/sponsors/report-view'
import { Page } from '@/components/studio/page'
import { requireStudioPage } from '@/lib/accounts/session'
import { readPublication } from '@/lib/publication/queries'
import { readReport } from '@/lib/reports/queries'

export const metadata: Metadata = { title: 'Report' }

type Props = { params: Promise<{ slotId: string }> }

export default async function ReportPage({ params }: Props) {
  const { slotId } = await params
  const path = `/admin/sponsors/slots/${slotId}`
  const { actor } = await requireStudioPage(`${path}/report`)
  const report = await orNotFound(readReport(actor, slotId))
  const { name, zone } = await readPublication()
  return (
    <Page>
      <ReportView report={report} publication={name} zone={zone} path={path} />
    </Page>
  )
}
