import { listFollowedOf } from '@/lib/archive/followed-queries'
import { env } from '@/lib/env/env'
import { log } from '@/lib/log/log'
import { allIssues, allItems, type Followed, feedPath, sectionItems } from '@/lib/render/feed/feed-path'
import { type FeedFormat, feedFormats } from '@/lib/render/feed/formats'
import { termPath } from '@/lib/render/found-paths'
import { tellHub } from '@/lib/websub/tell-hub'

/** Tells the hub of feeds, each in every format. Told twice, a hub finds nothing new. */
async function tellOf(followed: readonly Followed[]): Promise<void> {
  const { APP_URL, WEBSUB_HUB: hub } = env()
  if (!hub) return
  const formats = Object.keys(feedFormats) as FeedFormat[]
  const feeds = followed.flatMap((of) => formats.map((format) => `${APP_URL}${feedPath(of, format)}`))
  for (const feed of feeds) await tellHub(hub, feed)
  log().info({ hub: new URL(hub).host, feeds: feeds.length }, 'The hub was told')
}

/** Tells the hub of the feeds that change with everything that is published. */
export function pingHub(): Promise<void> {
  return tellOf([allIssues, allItems])
}

/**
 * Tells the hub of the feeds of an issue's topics and sections. Those of authors, sites and searches name no hub: an
 * issue would have it told of a hundred of them, and nobody can say which searches somebody follows.
 */
export async function pingHubOfIssue({ issueId }: { issueId: string }): Promise<void> {
  const { topics, sections } = await listFollowedOf(issueId)
  await tellOf([...sections.map(sectionItems), ...topics.map((slug) => ({ path: termPath('TOPIC', slug) }))])
}
