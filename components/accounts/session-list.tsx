import { Moment } from '@/components/accounts/moment'
import { RevokeButton } from '@/components/accounts/revoke-button'
import { Cell, Row, Table } from '@/components/ui/table'
import type { SessionListRow } from '@/lib/accounts/rules'

type Props = { sessions: readonly SessionListRow[]; currentId: string; zone: string; whose: string }

/** The browsers in which a person is signed in, each with a way to end it. */
export function SessionList({ sessions, currentId, zone, whose }: Props) {
  return (
    <Table caption={whose} columns={['Browser', 'Signed in', 'Last seen', 'Actions']}>
      {sessions.map(({ id, device, createdAt, seenAt }) => (
        <Row key={id}>
          <Cell header>
            <span className="font-medium">{device || 'Unknown browser'}</span>
            {id === currentId ? ' (this one)' : null}
          </Cell>
          <Cell label="Signed in">
            <Moment at={createdAt} zone={zone} />
          </Cell>
          <Cell label="Last seen">
            <Moment at={seenAt} zone={zone} />
          </Cell>
          <Cell className="md:py-1.5">
            {id === currentId ? (
              <span className="inline-block py-1 text-muted">Sign out below</span>
            ) : (
              <RevokeButton sessionId={id} device={device} />
            )}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
