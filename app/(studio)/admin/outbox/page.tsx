import type { Metadata } from 'next'
import { OutboxList } from '@/components/accounts/outbox-list'
import { Page } from '@/components/studio/page'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { listOutbox } from '@/lib/accounts/queries/outbox'
import { requireOwnerPage } from '@/lib/accounts/session'
import { readPublication } from '@/lib/publication/queries'

export const metadata: Metadata = { title: 'Outbox' }

export default async function OutboxPage() {
  const { actor } = await requireOwnerPage('/admin/outbox')
  const [{ mails, total, throughServer }, { zone }] = await Promise.all([
    listOutbox(actor),
    readPublication(),
  ])
  const where = throughServer
    ? 'Mail now goes through the mail server; these messages were written before.'
    : 'No mail server is set up, so messages are kept here. They hold sign-in links: only owners see them.'
  return (
    <Page>
      <PageHeader title="Outbox" description={where} />
      {mails.length > 0 ? (
        <div className="rounded-lg border border-rule bg-pane">
          <OutboxList mails={mails} zone={zone} />
        </div>
      ) : (
        <EmptyState title="No messages">
          <p>Invitations, sign-in links and warnings appear here as long as SMTP_URL is not set.</p>
        </EmptyState>
      )}
      {total > mails.length ? (
        <p className="mt-3 text-muted">
          The newest {mails.length} of {total}; all are in the folder mail of the data folder.
        </p>
      ) : null}
    </Page>
  )
}
