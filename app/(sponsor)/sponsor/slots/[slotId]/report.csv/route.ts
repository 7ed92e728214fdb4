import { reportFile } from '@/lib/reports/report-file'
import { requireContactPage } from '@/lib/sponsors/portal'

/** How a slot ran, for its sponsor's spreadsheet. */
export async function GET(_: Request, { params }: { params: Promise<{ slotId: string }> }) {
  const { slotId } = await params
  const { contact } = await requireContactPage(`/sponsor/slots/${slotId}/report`)
  return reportFile(contact, slotId)
}
