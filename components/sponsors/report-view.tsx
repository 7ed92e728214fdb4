import type { ReactNode } from 'react'
import { buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import type { Report } from '@/lib/reports/schema'
import { formatDay } from '@/lib/times/rules'
import { PrintButton } from './print-button'
import { ReportClicks } from './report-clicks'
import { ReportCopy } from './report-copy'
import { ReportSnapshots } from './report-snapshots'
import { comparisonInWords, countInWords } from './report-words'

type Props = {
  report: Report
  publication: string
  zone: string
  /** Of the slot that this is about. */
  path: string
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-[0.8125rem] text-muted">{name}</dt>
      <dd className="[overflow-wrap:anywhere]">{children}</dd>
    </div>
  )
}

/** How a slot ran, for the sponsor's books: one sheet of A4 when printed. */
export function ReportView({ report, publication, zone, path }: Props) {
  const { company, placement, issue, ranAt } = report
  return (
    <div className="print:text-[0.8125rem]">
      <PageHeader
        above={
          <a
            href={path}
            className="underline decoration-edge underline-offset-2 hover:decoration-ink print:hidden"
          >
            The slot
          </a>
        }
        title={`Report: ${company} in ${publication}`}
        description={`${placement}, issue of ${formatDay(issue.date)}`}
        actions={
          <div className="flex flex-wrap gap-2 print:hidden">
            <a href={`${path}/report.csv`} className={buttonClass()}>
              Download as CSV
            </a>
            {ranAt ? <PrintButton /> : null}
          </div>
        }
      />
      <Facts report={report} />
      {ranAt ? (
        <>
          <Figures report={report} />
          <div className="mt-6 grid gap-8 lg:grid-cols-2 print:mt-3 print:grid-cols-2 print:gap-4">
            <ReportClicks report={report} />
            <div className="grid min-w-0 content-start gap-6 print:gap-3">
              <ReportCopy copies={report.copies} zone={zone} />
              <ReportSnapshots snapshots={report.snapshots} zone={zone} />
            </div>
          </div>
          <p className="mt-6 max-w-prose text-[0.8125rem] text-muted print:mt-3 print:text-[0.6875rem]">
            Clicks are requests of the links’ counted addresses. No cookie is set, and no address or browser
            of a reader is kept: visitors are told apart in memory, by a hash whose salt is thrown away each
            day.
          </p>
        </>
      ) : (
        <div className="mt-6">
          <Notice title="Not yet">This message has not run. The report begins when the issue is out.</Notice>
        </div>
      )}
    </div>
  )
}

function Facts({ report }: { report: Report }) {
  const { issue, purchaseOrder, invoice } = report
  const isLink = /^https?:\/\//i.test(invoice)
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-2 lg:grid-cols-4 print:grid-cols-4">
      {issue.title ? <Fact name="Issue">{issue.title}</Fact> : null}
      {issue.url ? (
        <Fact name="Address">
          <a href={issue.url} className="underline decoration-edge underline-offset-2">
            {issue.url}
          </a>
        </Fact>
      ) : null}
      {issue.withdrawn ? <Fact name="Address">The issue was withdrawn.</Fact> : null}
      <Fact name="Purchase order">{purchaseOrder || 'none given'}</Fact>
      <Fact name="Invoice">
        {isLink ? (
          <a href={invoice} rel="noopener" className="underline decoration-edge underline-offset-2">
            {invoice}
          </a>
        ) : (
          invoice || 'none yet'
        )}
      </Fact>
    </dl>
  )
}

function Figures({ report }: { report: Report }) {
  const { clicks, comparison, placement, age, counts } = report
  const excluded = clicks.raw - clicks.verified
  return (
    <section aria-label="Clicks" className="mt-6 print:mt-3">
      <p>
        <span className="font-text text-4xl font-bold tabular-nums print:text-2xl">
          {countInWords(clicks.verified)}
        </span>{' '}
        verified {clicks.verified === 1 ? 'click' : 'clicks'}
        <span className="text-muted">
          {' '}
          of {countInWords(clicks.raw)} {clicks.raw === 1 ? 'request' : 'requests'}; {countInWords(excluded)}{' '}
          excluded
        </span>
      </p>
      <p>{comparisonInWords(clicks.verified, comparison, placement, age)}</p>
      {counts ? null : <p>Counting is switched off at present, so links lead straight to their addresses.</p>}
    </section>
  )
}
