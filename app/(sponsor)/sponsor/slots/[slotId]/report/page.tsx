import type { Metadata } from 'next'
import { orNotFound } from '@/app/(studio)/admin/or-not-found'
import { ReportView } from '@/components/sponsors/report-view'
import { Page } from '@/components/studio/page'
import { readPublication } from '@/lib/publication/queries'
import { readReport } from '@/lib/reports/queries'
import { requireContactPage } from '@/lib/sponsors/portal'

export const metadata: Metadata = { title: 'Report' }

type Props = { params: Promise<{ slotId: string }> }

export default async function PortalReportPage({ params }: Props) {
  const { slotId } = await params
  const path = `/sponsor/slots/${slotId}`
  const { contact } = await requireContactPage(`${path}/report`)
  const report = await orNotFound(readReport(contact, slotId))
  const { name, zone } = await readPublication()
  return (
    <Page>
      <ReportView report={report} publication={name} zone={zone} path={path} />
    </Page>
  )
}
