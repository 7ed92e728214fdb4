import { Moment } from '@/components/accounts/moment'
import { Cell, Row, Table } from '@/components/ui/table'

/** A message of the outbox as the list shows it. */
export type OutboxRow = { id: string; to: string; subject: string; at: Date }

/** The messages that were written to files, newest first. */
export function OutboxList({ mails, zone }: { mails: readonly OutboxRow[]; zone: string }) {
  return (
    <Table caption="Messages" columns={['Subject', 'To', 'Written']}>
      {mails.map(({ id, to, subject, at }) => (
        <Row key={id}>
          <Cell header>
            <a
              href={`/admin/outbox/${id}`}
              className="font-medium underline decoration-edge underline-offset-2 hover:decoration-ink"
              dir="auto"
            >
              {subject || '(no subject)'}
            </a>
          </Cell>
          <Cell label="To" className="wrap-anywhere">
            {to}
          </Cell>
          <Cell label="Written">
            <Moment at={at} zone={zone} />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
