import type { Actor } from '@/lib/accounts/schema'
import { AppError } from '@/lib/errors/app-error'
import { csvResponse } from '@/lib/http/csv-response'
import { textResponse } from '@/lib/http/text-response'
import { reportCsv } from './csv'
import { readReport } from './queries'

/** The report of a slot as a file to be saved; 404 where there is none for this person. */
export async function reportFile(actor: Actor, slotId: string): Promise<Response> {
  try {
    const report = await readReport(actor, slotId)
    return csvResponse(reportCsv(report), `report-${report.issue.date}.csv`)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not_found') throw error
    return textResponse('There is no such slot.\n', 'text/plain', 404)
  }
}
