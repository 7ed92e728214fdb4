import { requireStudioPage } from '@/lib/accounts/session'
import { reportFile } from '@/lib/reports/report-file'

/** How a slot ran, for a spreadsheet. */
export async function GET(_: Request, { params }: { params: Promise<{ slotId: string }> }) {
  const { slotId } = await params
  const { actor } = await requireStudioPage(`/admin/sponsors/slots/${slotId}/report`)
  return reportFile(actor, slotId)
}
