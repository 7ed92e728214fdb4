import { listRecentDocuments } from '@/lib/archive/queries'
import { sponsorLinksIn } from '@/lib/clicks/queries'
import { env } from '@/lib/env/env'
import { readPublication } from '@/lib/publication/queries'
import type { PublicationView } from '@/lib/publication/schema'
import type { Feed } from '@/lib/render/feed/feed'
import { allIssues, type Followed } from '@/lib/render/feed/feed-path'
import { issueEntry } from '@/lib/render/feed/issue-entry'

/** Full texts, so that a reader who was away for a season finds it all, and a poll stays small. */
const ISSUES = 15

export type LoadedFeed = { followed: Followed; feed: Feed }

/** What a feed says of the publication, whatever it is of. */
function feedOf(publication: PublicationView): Omit<Feed, 'title' | 'entries'> {
  const { APP_URL: origin, WEBSUB_HUB: hub = null } = env()
  const { name, tagline, lang } = publication
  return {
    description: tagline || name,
    lang,
    publisher: name,
    site: `${origin}/`,
    page: `${origin}/`,
    icon: `${origin}/icon.png`,
    hub,
  }
}

async function loadIssues(): Promise<LoadedFeed> {
  const [publication, issues] = await Promise.all([readPublication(), listRecentDocuments(ISSUES)])
  const sponsorLinks = await sponsorLinksIn(issues.map(({ document }) => document))
  const site = { origin: env().APP_URL, sponsorLinks, lang: publication.lang }
  const entries = issues.map(({ issueId, document }) => issueEntry(issueId, document, site))
  return { followed: allIssues, feed: { ...feedOf(publication), title: publication.name, entries } }
}

/** The feed of what an address names, e.g. `['issues']`; null where there is nothing of that name. */
export async function loadFeed([of]: string[]): Promise<LoadedFeed | null> {
  return of === 'issues' ? loadIssues() : null
}
