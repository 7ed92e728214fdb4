import { requireStudioPage } from '@/lib/accounts/session'
import { now } from '@/lib/clock/clock'
import { csvResponse } from '@/lib/http/csv-response'
import { moneyCsv } from '@/lib/sales/csv'
import { listMoney } from '@/lib/sales/queries'
import { yearIn } from '@/lib/sales/rules'

/** The money of a year’s slots, for a spreadsheet. */
export async function GET(request: Request) {
  const { actor } = await requireStudioPage('/admin/sponsors/money')
  const year = yearIn(new URL(request.url).searchParams.get('year'), now())
  return csvResponse(moneyCsv(await listMoney(actor, { year })), `sponsors-${year}.csv`)
}
