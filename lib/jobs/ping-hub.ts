import { env } from '@/lib/env/env'
import { log } from '@/lib/log/log'
import { allIssues, allItems, feedPath } from '@/lib/render/feed/feed-path'
import { type FeedFormat, feedFormats } from '@/lib/render/feed/formats'
import { tellHub } from '@/lib/websub/tell-hub'

/** Tells the hub of every feed that names it. Told twice, a hub finds nothing new. */
export async function pingHub(): Promise<void> {
  const { APP_URL, WEBSUB_HUB: hub } = env()
  if (!hub) return
  const formats = Object.keys(feedFormats) as FeedFormat[]
  const topics = [allIssues, allItems].flatMap((followed) =>
    formats.map((format) => `${APP_URL}${feedPath(followed, format)}`),
  )
  for (const topic of topics) await tellHub(hub, topic)
  log().info({ hub: new URL(hub).host, topics: topics.length }, 'The hub was told')
}
