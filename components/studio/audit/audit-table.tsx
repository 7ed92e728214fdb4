import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'
import { Cell, Row, Table } from '@/components/ui/table'
import { actionWords, unnamed } from '@/lib/audit-log/rules'
import type { AuditFilter, AuditPage } from '@/lib/audit-log/schema'
import { formatMoment } from '@/lib/times/rules'

type Props = { log: AuditPage; filter: AuditFilter; zone: string; now: Date }

function addressOf(filter: AuditFilter, after: string): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filter, after })) if (value) query.set(name, value)
  return `/admin/audit?${query}`
}

export function AuditTable({ log, filter, zone, now }: Props) {
  return (
    <>
      <div className="rounded-lg border border-rule bg-pane">
        <Table caption="Who did what" columns={['When', 'Who', 'What', 'To what']}>
          {log.rows.map(({ id, at, who, action, subject, name, path, fields }) => (
            <Row key={id}>
              <Cell label="When" className="whitespace-nowrap">
                <time dateTime={at}>{formatMoment(new Date(at), zone, now)}</time>
              </Cell>
              <Cell label="Who">{who}</Cell>
              <Cell label="What">
                {actionWords(action)}
                {fields.length > 0 ? <span className="text-muted">: {fields.join(', ')}</span> : null}
              </Cell>
              <Cell label="To what">
                <span dir="auto" className="wrap-anywhere">
                  {path ? (
                    <Link
                      href={path}
                      className="underline decoration-edge underline-offset-2 hover:decoration-ink"
                    >
                      {name ?? unnamed(subject)}
                    </Link>
                  ) : (
                    (name ?? unnamed(subject))
                  )}
                </span>
              </Cell>
            </Row>
          ))}
        </Table>
      </div>
      {log.next ? (
        <p className="mt-4">
          <Link href={addressOf(filter, log.next)} className={buttonClass()}>
            Earlier
          </Link>
        </p>
      ) : null}
    </>
  )
}
