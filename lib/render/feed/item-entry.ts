import type { FeedItem } from '@/lib/archive/schema'
import { tongueIn } from '@/lib/document/language'
import { contextOf } from '@/lib/render/block-context'
import { articleToFeed } from '@/lib/render/blocks/article-item'
import { itemPath } from '@/lib/render/found-paths'
import { safeHref } from '@/lib/render/href'
import { inOwnLanguage } from '@/lib/render/issue-feed'
import { issuePath } from '@/lib/render/issue-path'
import { itemTitle } from '@/lib/render/item-title'
import { hastToHtml } from '@/lib/render/markdown/hast-html'
import { plainSummary } from '@/lib/render/markdown/plain-summary'
import type { Site } from '@/lib/render/site'
import type { FeedEntry } from './feed'

const SUMMARY = 200

/** A single item as an entry: its own page is where it leads, and what it is about is a link in it. */
export function itemEntry({ item, issue, updatedAt }: FeedItem, site: Site): FeedEntry {
  const context = contextOf({ title: null }, issue)
  const href = safeHref(item.url)
  return {
    id: `urn:uuid:${item.id}`,
    url: `${site.origin}${itemPath(item.id)}`,
    about: href?.startsWith('http') ? href : null,
    issue: `${site.origin}${issuePath(issue.slug)}`,
    title: itemTitle(item, issue.title, context.words),
    summary: plainSummary(item.blurb, SUMMARY),
    html: hastToHtml(inOwnLanguage(articleToFeed({ item, context }), issue, site)),
    publishedAt: issue.publishedAt,
    updatedAt,
    lang: tongueIn(issue, item).lang,
    authors: [],
    topics: item.topics,
  }
}
