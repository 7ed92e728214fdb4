import { Cell, Row, Table } from '@/components/ui/table'
import type { ClickTotals } from '@/lib/clicks/schema'
import { shortDays } from '@/lib/reports/rules'
import type { Report } from '@/lib/reports/schema'
import { formatDay } from '@/lib/times/rules'
import { countInWords, kindWords } from './report-words'

const columns = ['Verified', 'Excluded', 'All requests']
const excludedOf = ({ raw, verified }: ClickTotals) => raw - verified

function Counts({ clicks }: { clicks: ClickTotals }) {
  return (
    <>
      <Cell label="Verified" className="tabular-nums">
        {countInWords(clicks.verified)}
      </Cell>
      <Cell label="Excluded" className="tabular-nums">
        {countInWords(excludedOf(clicks))}
      </Cell>
      <Cell label="All requests" className="tabular-nums">
        {countInWords(clicks.raw)}
      </Cell>
    </>
  )
}

const tight = 'print:[&_td]:py-0.5 print:[&_th]:py-0.5'

/** Clicks by link, by day, and what was left out with the reason. */
export function ReportClicks({ report }: { report: Report }) {
  const { first, rest } = shortDays(report.days)
  return (
    <div className={`grid gap-6 print:gap-3 ${tight}`}>
      <section aria-labelledby="by-link" className="break-inside-avoid">
        <h2 id="by-link" className="mb-1 font-semibold">
          By link
        </h2>
        <Table caption="Clicks by link" columns={['Link', ...columns]}>
          {report.links.map(({ url, clicks }) => (
            <Row key={url}>
              <Cell header className="max-w-[28rem] [overflow-wrap:anywhere]">
                {url}
              </Cell>
              <Counts clicks={clicks} />
            </Row>
          ))}
        </Table>
      </section>
      {first.length > 0 ? (
        <section aria-labelledby="by-day" className="break-inside-avoid">
          <h2 id="by-day" className="mb-1 font-semibold">
            By day <span className="font-normal text-muted">(UTC)</span>
          </h2>
          <Table caption="Clicks by day" columns={['Day', ...columns]}>
            {first.map(({ day, clicks }) => (
              <Row key={day}>
                <Cell header>{formatDay(day)}</Cell>
                <Counts clicks={clicks} />
              </Row>
            ))}
            {rest ? (
              <Row>
                <Cell header>Later days</Cell>
                <Counts clicks={rest} />
              </Row>
            ) : null}
          </Table>
        </section>
      ) : null}
      {report.clicks.excluded.length > 0 ? (
        <section aria-labelledby="excluded" className="break-inside-avoid">
          <h2 id="excluded" className="mb-1 font-semibold">
            Why requests are excluded
          </h2>
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5">
            {report.clicks.excluded.map(({ kind, count }) => (
              <div key={kind} className="contents">
                <dt className="order-2 col-start-2">{kindWords[kind]}</dt>
                <dd className="col-start-1 row-auto text-end tabular-nums">{countInWords(count)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
    </div>
  )
}
