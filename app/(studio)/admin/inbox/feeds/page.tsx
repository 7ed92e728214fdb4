import type { Metadata } from 'next'
import Link from 'next/link'
import { AddFeeds } from '@/components/feeds/add-feeds'
import { FeedTable } from '@/components/feeds/feed-table'
import { Page } from '@/components/studio/page'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireStudioPage } from '@/lib/accounts/session'
import { listFeeds } from '@/lib/feeds/queries'
import { readPublication } from '@/lib/publication/queries'

export const metadata: Metadata = { title: 'Feeds' }

/** The feeds that are followed. */
export default async function FeedsPage() {
  const { actor } = await requireStudioPage('/admin/inbox/feeds')
  const [feeds, { zone }] = await Promise.all([listFeeds(actor), readPublication()])
  return (
    <Page>
      <PageHeader
        above={
          <Link href="/admin/inbox" className="text-accent underline">
            Inbox
          </Link>
        }
        title="Feeds"
        description="What these bring stands in a lane of its own beside the inbox, under Feeds, until you keep, place or discard it; after 30 days it goes by itself."
      />
      <AddFeeds />
      {feeds.length > 0 ? (
        <div className="mt-6 rounded-lg border border-rule bg-pane">
          <FeedTable feeds={feeds} zone={zone} />
        </div>
      ) : (
        <EmptyState title="No feed is followed">
          <p>Add the feed of a site that you read, or all of them from your reader’s OPML file.</p>
        </EmptyState>
      )}
    </Page>
  )
}
