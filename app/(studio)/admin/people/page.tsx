import type { Metadata } from 'next'
import { DemoNotice } from '@/components/accounts/demo-notice'
import { InviteForm } from '@/components/accounts/invite-form'
import { PeopleTable } from '@/components/accounts/people-table'
import { Page } from '@/components/studio/page'
import { PageHeader } from '@/components/ui/page-header'
import { listPeople } from '@/lib/accounts/queries/list-people'
import { requireOwnerPage } from '@/lib/accounts/session'
import { readPublication } from '@/lib/publication/queries'
import { findDemoContent } from '@/lib/publishing/demo-content'

export const metadata: Metadata = { title: 'People' }

export default async function PeoplePage() {
  const { actor } = await requireOwnerPage('/admin/people')
  const [people, { zone }, demo] = await Promise.all([
    listPeople(actor),
    readPublication(),
    findDemoContent(actor),
  ])
  return (
    <Page>
      <PageHeader
        title="People"
        description="Who works on this publication. They sign in by a link that is mailed to them."
      />
      {demo ? <DemoNotice {...demo} /> : null}
      <InviteForm />
      <div className="mt-6 rounded-lg border border-rule bg-pane">
        <PeopleTable people={people} selfId={actor.id} zone={zone} />
      </div>
    </Page>
  )
}
