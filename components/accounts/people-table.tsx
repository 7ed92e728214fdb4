import { Moment } from '@/components/accounts/moment'
import { PersonMenu } from '@/components/accounts/person-menu'
import { roleNames, stateNames, stateTones } from '@/components/accounts/roles'
import { Badge } from '@/components/ui/badge'
import { Cell, Row, Table } from '@/components/ui/table'
import type { PersonRow } from '@/lib/accounts/rules'

type Props = { people: readonly PersonRow[]; selfId: string; zone: string }

/** Everybody who may sign in, and what can be done about each. */
export function PeopleTable({ people, selfId, zone }: Props) {
  return (
    <Table caption="People" columns={['Person', 'Role', 'State', 'Last seen', 'Actions']}>
      {people.map((person) => (
        <Row key={person.id} className={person.state === 'disabled' ? 'text-muted' : ''}>
          <Cell header>
            <a
              href={`/admin/people/${person.id}`}
              className="font-medium underline decoration-edge underline-offset-2 hover:decoration-ink"
            >
              {person.name || person.email}
            </a>
            {person.id === selfId ? ' (you)' : null}
            {person.name ? <span className="block text-[0.8125rem] text-muted">{person.email}</span> : null}
          </Cell>
          <Cell label="Role">{roleNames[person.role]}</Cell>
          <Cell label="State">
            <Badge tone={stateTones[person.state]}>{stateNames[person.state]}</Badge>
          </Cell>
          <Cell label="Last seen">{person.seenAt ? <Moment at={person.seenAt} zone={zone} /> : 'never'}</Cell>
          <Cell className="md:py-1">
            <PersonMenu {...person} isSelf={person.id === selfId} />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
