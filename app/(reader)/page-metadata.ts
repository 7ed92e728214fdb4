import type { Metadata } from 'next'
import { CARD_HEIGHT, CARD_WIDTH } from '@/lib/cards/rules'
import { env } from '@/lib/env/env'
import type { PublicationView } from '@/lib/publication/schema'
import { allIssues, type Followed, feedLinks } from '@/lib/render/feed/feed-path'

type Page = {
  publication: PublicationView
  /** Path from the root; null of a page that search engines are to follow and not to show. */
  path: string | null
  title: string
  description: string
  /** Further forms of the page by media type. */
  forms?: Record<string, string>
  /** The page's own feed, beside that of the whole issues. */
  feed?: { of: Followed; title: string }
  /** Path of the page's own card; else it is shared with that of the publication. */
  card?: string
  /** Times of an issue, instants with offset. */
  article?: { publishedTime: string; modifiedTime: string }
}

/** The feeds that a page leads to, by media type. */
function feedTypes(name: string, own: Page['feed']): Record<string, { url: string; title: string }[]> {
  const all = feedLinks(allIssues, name)
  if (!own) return all
  const added = feedLinks(own.of, own.title)
  return Object.fromEntries(
    Object.entries(all).map(([type, links]) => [type, [...(added[type] ?? []), ...links]]),
  )
}

/** Head of a reader's page: title, description, canonical address, feed and other forms, Open Graph. */
export function pageMetadata({
  publication,
  path,
  title,
  description,
  forms = {},
  feed,
  card,
  article,
}: Page): Metadata {
  const { name } = publication
  const fullTitle = title.includes(name) ? title : `${title} · ${name}`
  const image = { width: CARD_WIDTH, height: CARD_HEIGHT, type: 'image/png', alt: card ? fullTitle : name }
  const images = [{ url: card ?? '/card.png', ...image }]
  const graph = { title, description, siteName: name, images, ...(path === null ? {} : { url: path }) }
  return {
    metadataBase: new URL(env().APP_URL),
    title: fullTitle,
    description: description || null,
    ...(path === null ? { robots: { index: false, follow: true } } : {}),
    alternates: {
      canonical: path,
      types: { ...feedTypes(name, feed), ...forms },
    },
    openGraph: article ? { ...graph, type: 'article', ...article } : { ...graph, type: 'website' },
  }
}
