import type { Metadata } from 'next'
import { env } from '@/lib/env/env'
import type { PublicationView } from '@/lib/publication/schema'

type Page = {
  publication: PublicationView
  /** Path from the root. */
  path: string
  title: string
  description: string
  /** Further forms of the page by media type. */
  forms?: Record<string, string>
  /** Times of an issue, instants with offset. */
  article?: { publishedTime: string; modifiedTime: string }
}

/** Head of a reader's page: title, description, canonical address, feed and other forms, Open Graph. */
export function pageMetadata({ publication, path, title, description, forms = {}, article }: Page): Metadata {
  const { name } = publication
  const fullTitle = title.includes(name) ? title : `${title} · ${name}`
  const graph = { title, description, url: path, siteName: name }
  return {
    metadataBase: new URL(env().APP_URL),
    title: fullTitle,
    description: description || null,
    alternates: {
      canonical: path,
      types: { 'application/rss+xml': [{ url: '/feed.xml', title: name }], ...forms },
    },
    openGraph: article ? { ...graph, type: 'article', ...article } : { ...graph, type: 'website' },
  }
}
