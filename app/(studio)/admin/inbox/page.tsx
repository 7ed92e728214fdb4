import type { Metadata } from 'next'
import { InboxPage } from '@/components/inbox/inbox-page'
import { Page } from '@/components/studio/page'
import { requireStudioPage } from '@/lib/accounts/session'
import { listCaptures, openDrafts } from '@/lib/captures/queries'
import { filterOf } from '@/lib/captures/rules'
import { now } from '@/lib/clock/clock'
import { readPublication } from '@/lib/publication/queries'
import { dateInZone } from '@/lib/schedule/rules'

export const metadata: Metadata = { title: 'Inbox' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What was captured and is to be sorted. */
export default async function InboxRoute({ searchParams }: Props) {
  const { actor } = await requireStudioPage('/admin/inbox')
  const params = await searchParams
  const filter = filterOf(params)
  const [list, drafts, { zone }] = await Promise.all([
    listCaptures(actor, filter),
    openDrafts(actor),
    readPublication(),
  ])
  const at = now()
  return (
    <Page>
      <InboxPage
        list={list}
        filter={filter}
        drafts={drafts}
        issueId={typeof params.issue === 'string' ? params.issue : null}
        today={dateInZone(at, zone)}
        zone={zone}
        now={at.getTime()}
      />
    </Page>
  )
}
