import { noStore } from './error-response'

/** A CSV file (RFC 4180) to be saved; nobody in between keeps it. @param name ASCII, without quotes */
export function csvResponse(csv: string, name: string): Response {
  return new Response(csv, {
    headers: {
      ...noStore,
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${name}"`,
    },
  })
}
