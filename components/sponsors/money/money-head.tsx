import { buttonClass } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'

/** The year that is looked at, the way to its neighbours, and its file. */
export function MoneyHead({ year }: { year: number }) {
  return (
    <PageHeader
      title={`Money, ${year}`}
      description="What was agreed for slots, by the date of their issue. Released slots don’t count; missed ones only when they are made good."
      actions={
        <>
          <a href={`/admin/sponsors/money?year=${year - 1}`} className={buttonClass('quiet')}>
            {year - 1}
          </a>
          <a href={`/admin/sponsors/money?year=${year + 1}`} className={buttonClass('quiet')}>
            {year + 1}
          </a>
          <a href={`/admin/sponsors/money.csv?year=${year}`} className={buttonClass()}>
            Download as CSV
          </a>
        </>
      }
    />
  )
}
