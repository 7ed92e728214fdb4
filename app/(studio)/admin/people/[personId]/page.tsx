import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EndSessionsButton } from '@/components/accounts/end-sessions-button'
import { Moment } from '@/components/accounts/moment'
import { roleNames, stateNames } from '@/components/accounts/roles'
import { SessionList } from '@/components/accounts/session-list'
import { Page } from '@/components/studio/page'
import { PageHeader } from '@/components/ui/page-header'
import { findPerson } from '@/lib/accounts/queries/list-people'
import { listSessions } from '@/lib/accounts/queries/list-sessions'
import { requireOwnerPage } from '@/lib/accounts/session'
import { isUuid } from '@/lib/ids/rules'
import { readPublication } from '@/lib/publication/queries'

export const metadata: Metadata = { title: 'Person' }

export default async function PersonPage({ params }: { params: Promise<{ personId: string }> }) {
  const { personId } = await params
  const { actor, sessionId } = await requireOwnerPage(`/admin/people/${personId}`)
  const person = isUuid(personId) ? await findPerson(actor, personId) : null
  if (!person) notFound()
  const [sessions, { zone }] = await Promise.all([listSessions(actor, personId), readPublication()])
  const who = person.name || person.email
  return (
    <Page>
      <PageHeader
        above={
          <a
            href="/admin/people"
            className="underline decoration-edge underline-offset-2 hover:decoration-ink"
          >
            People
          </a>
        }
        title={who}
        description={
          <>
            {person.name ? `${person.email} · ` : ''}
            {roleNames[person.role]} · {stateNames[person.state]} · here since{' '}
            <Moment at={person.invitedAt} zone={zone} />
          </>
        }
        actions={sessions.length > 0 ? <EndSessionsButton personId={personId} who={who} /> : null}
      />
      <h2 className="mb-2 font-semibold">Sessions</h2>
      {sessions.length > 0 ? (
        <div className="rounded-lg border border-rule bg-pane">
          <SessionList sessions={sessions} currentId={sessionId} zone={zone} whose={`Sessions of ${who}`} />
        </div>
      ) : (
        <p className="text-muted">Not signed in anywhere.</p>
      )}
    </Page>
  )
}
