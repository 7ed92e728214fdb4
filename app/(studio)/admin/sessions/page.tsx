import type { Metadata } from 'next'
import { MailChoice } from '@/components/accounts/mail-choice'
import { NameForm } from '@/components/accounts/name-form'
import { SessionList } from '@/components/accounts/session-list'
import { Page } from '@/components/studio/page'
import { Button } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { listSessions } from '@/lib/accounts/queries/list-sessions'
import { readMutedMails } from '@/lib/accounts/queries/mail-choice'
import { requireStudioPage } from '@/lib/accounts/session'
import { readPublication } from '@/lib/publication/queries'

export const metadata: Metadata = { title: 'Your account' }

export default async function SessionsPage() {
  const { actor, email, sessionId } = await requireStudioPage('/admin/sessions')
  const [sessions, { zone }, muted] = await Promise.all([
    listSessions(actor, actor.id),
    readPublication(),
    readMutedMails(actor),
  ])
  return (
    <Page width="text">
      <PageHeader title="Your account" description={`You are signed in as ${email}.`} />
      <NameForm name={actor.name === email ? '' : actor.name} />
      <h2 id="mails" className="mt-10 mb-2 scroll-mt-16 font-semibold">
        What you are mailed
      </h2>
      <MailChoice muted={muted} />
      <h2 className="mt-10 mb-2 font-semibold">Where you are signed in</h2>
      <div className="rounded-lg border border-rule bg-pane">
        <SessionList sessions={sessions} currentId={sessionId} zone={zone} whose="Your sessions" />
      </div>
      <div className="mt-4 flex flex-wrap gap-2">
        <form method="post" action="/api/sign-out">
          <Button type="submit">Sign out here</Button>
        </form>
        <form method="post" action="/api/sign-out">
          <input type="hidden" name="everywhere" value="yes" />
          <Button type="submit" tone="danger">
            Sign out everywhere
          </Button>
        </form>
      </div>
    </Page>
  )
}
