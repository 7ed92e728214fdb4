import { parseFeed } from 'feedsmith'
import { isUrl } from '@/lib/address/is-url'
import { captureAddressProblem } from '@/lib/captures/schema'
import type { FeedEntry } from './schema'

export type ReadFeed = { title: string; entries: FeedEntry[] }

const LONGEST_TITLE = 1000
/** Of a feed’s entries: each that was met is remembered, and a feed may name new ones with each reading. */
const MOST_ENTRIES = 5000
/** JSON can name NUL, which Postgres can’t hold. */
const tidy = (text: string | undefined) =>
  (text ?? '')
    .replace(/[\s\0]+/g, ' ')
    .trim()
    .slice(0, LONGEST_TITLE)

type Found = {
  key: string | undefined
  link: string | undefined
  title: string | undefined
  at: string | undefined
}
type Parsed = ReturnType<typeof parseFeed<string>>

function entriesOf(parsed: Parsed): Found[] {
  switch (parsed.format) {
    case 'atom':
      return (parsed.feed.entries ?? []).map((entry) => ({
        key: entry.id,
        link: (entry.links?.find(({ rel }) => !rel || rel === 'alternate') ?? entry.links?.[0])?.href,
        title: entry.title?.value,
        at: entry.published ?? entry.updated,
      }))
    case 'json':
      return (parsed.feed.items ?? []).map((item) => ({
        key: item.id,
        link: item.url ?? item.external_url,
        title: item.title,
        at: item.date_published,
      }))
    case 'rss':
      return (parsed.feed.items ?? []).map((item) => ({
        key: item.guid?.value,
        link: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
        title: item.title,
        at: item.pubDate ?? item.dc?.dates?.[0],
      }))
    case 'rdf':
      return (parsed.feed.items ?? []).map((item) => ({
        key: item.rdf?.about,
        link: item.link,
        title: item.title,
        at: item.dc?.dates?.[0],
      }))
  }
}

const titleOf = ({ feed }: Parsed) => tidy(typeof feed.title === 'object' ? feed.title?.value : feed.title)

/** Addresses may be relative to the feed's own; what no reader could follow is no entry. */
function toEntry({ key, link, title, at }: Found, base: string): FeedEntry[] {
  if (!link || !isUrl(link.trim(), base)) return []
  const url = /^https?:\/\//i.test(link.trim()) ? link.trim() : new URL(link.trim(), base).href
  if (captureAddressProblem(url) !== null) return []
  const date = new Date(at ?? '')
  return [{ key: key || url, url, title: tidy(title), at: Number.isNaN(date.getTime()) ? null : date }]
}

/**
 * A feed in RSS, Atom, RDF or JSON Feed, in its order, read as leniently as its writers are.
 * @param base the address it came from
 * @returns in place of a feed, what is wrong with it, in words
 */
export function readFeed(text: string, base: string): ReadFeed | { problem: string } {
  try {
    const parsed = parseFeed(text.replace(/^\uFEFF/, '').trimStart())
    const found = entriesOf(parsed).slice(0, MOST_ENTRIES)
    return { title: titleOf(parsed), entries: found.flatMap((entry) => toEntry(entry, base)) }
  } catch {
    const isPage = /<(?:!doctype\s+html|html|head|body)\b/i.test(text.slice(0, 2000))
    return {
      problem: isPage
        ? 'This is a web page, not a feed. Look on it for the address of its RSS or Atom feed.'
        : 'What is at this address can’t be read as RSS, Atom or JSON Feed.',
    }
  }
}

/** The bytes of a feed as text, in the charset that its header names, or else the document itself (RFC 7303, 3). */
export function decodeFeed(body: Uint8Array, contentType: string | undefined): string {
  const start = Buffer.from(body.subarray(0, 200)).toString('latin1')
  const label =
    /charset\s*=\s*"?([\w-]+)/i.exec(contentType ?? '')?.[1] ??
    /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w-]+)/.exec(start)?.[1] ??
    'utf-8'
  try {
    return new TextDecoder(label).decode(body)
  } catch {
    return new TextDecoder().decode(body)
  }
}
