import type { ReactNode } from 'react'
import type { ClickTotals } from '@/lib/clicks/schema'
import { shortDays } from '@/lib/reports/rules'
import type { Report } from '@/lib/reports/schema'
import { formatDay } from '@/lib/times/rules'
import { countInWords, kindWords } from './report-words'

const cell = 'py-1.5 print:py-0.5 align-top'
const figure = `${cell} ps-3 text-end whitespace-nowrap tabular-nums`

/** Three figures a row: narrow enough to stay a table on a phone, where one compares columns. */
function CountsTable({ caption, first, children }: { caption: string; first: string; children: ReactNode }) {
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b border-edge text-[0.8125rem] text-muted">
          <th scope="col" className={`${cell} text-start font-medium`}>
            {first}
          </th>
          {['Verified', 'Excluded', 'All'].map((name) => (
            <th key={name} scope="col" className={`${figure} font-medium`}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

function CountsRow({ name, clicks: { raw, verified } }: { name: ReactNode; clicks: ClickTotals }) {
  return (
    <tr className="border-b border-rule">
      <th scope="row" className={`${cell} text-start font-normal [overflow-wrap:anywhere]`}>
        {name}
      </th>
      <td className={figure}>{countInWords(verified)}</td>
      <td className={figure}>{countInWords(raw - verified)}</td>
      <td className={figure}>{countInWords(raw)}</td>
    </tr>
  )
}

type SectionProps = { id: string; title: ReactNode; children: ReactNode }

export function ReportSection({ id, title, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className="min-w-0 break-inside-avoid">
      <h2 id={id} className="mb-1 font-semibold">
        {title}
      </h2>
      {children}
    </section>
  )
}

/** Clicks by link, by day, and what was left out with the reason. */
export function ReportClicks({ report: { links, days, clicks } }: { report: Report }) {
  const { first, rest } = shortDays(days)
  return (
    <div className="grid min-w-0 content-start gap-6 print:gap-3">
      <ReportSection id="by-link" title="By link">
        <CountsTable caption="Clicks by link" first="Link">
          {links.map(({ url, clicks }) => (
            <CountsRow key={url} name={url} clicks={clicks} />
          ))}
        </CountsTable>
      </ReportSection>
      {first.length > 0 ? (
        <ReportSection id="by-day" title="By day">
          <CountsTable caption="Clicks by day" first="Day (UTC)">
            {first.map(({ day, clicks }) => (
              <CountsRow key={day} name={formatDay(day)} clicks={clicks} />
            ))}
            {rest ? <CountsRow name="Later days" clicks={rest} /> : null}
          </CountsTable>
        </ReportSection>
      ) : null}
      {clicks.excluded.length > 0 ? (
        <ReportSection id="excluded" title="Why requests are excluded">
          <dl>
            {clicks.excluded.map(({ kind, count }) => (
              <div key={kind} className="flex justify-between gap-4">
                <dt>{kindWords[kind]}</dt>
                <dd className="whitespace-nowrap tabular-nums">{countInWords(count)}</dd>
              </div>
            ))}
          </dl>
        </ReportSection>
      ) : null}
    </div>
  )
}
