import { clickKinds } from '@/lib/clicks/schema'
import { type CsvCell, writeCsv } from '@/lib/csv/rules'
import type { ClickCountRow, Report } from './schema'

const kinds = clickKinds.filter((kind) => kind !== 'verified')
const head = [
  ...['company', 'placement', 'issue', 'title', 'date', 'address', 'purchase order', 'invoice'],
  ...['edition', 'edition hash', 'link', 'day (UTC)', 'raw', 'verified', ...kinds],
]

const sum = (rows: readonly ClickCountRow[]) => rows.reduce((total, { count }) => total + count, 0)

/** A report as CSV: a line for each link and day that had clicks, and one without a day for a link that had none. */
export function reportCsv(report: Report): string {
  const { company, placement, issue, purchaseOrder, invoice, copies, links, rows } = report
  const ran = copies[0]
  const facts: CsvCell[] = [
    company,
    placement,
    issue.number,
    issue.title,
    issue.date,
    issue.url,
    purchaseOrder,
    invoice,
    ran?.edition ?? null,
    ran?.hash ?? null,
  ]
  const lines = links.flatMap(({ url }) => {
    const ofLink = rows.filter((row) => row.url === url)
    const days = [...new Set(ofLink.map(({ day }) => day))].sort()
    return (days.length === 0 ? [null] : days).map((day) => {
      const here = ofLink.filter((row) => row.day === day)
      const of = (kind: string) => sum(here.filter((row) => row.kind === kind))
      return [...facts, url, day, sum(here), of('verified'), ...kinds.map(of)]
    })
  })
  return writeCsv([head, ...(lines.length === 0 ? [facts] : lines)])
}
