import type { DocumentItem } from '@/lib/document/schema'
import { type CanonicalLink, canonicalLink } from '@/lib/links/rules'
import { readText } from '@/lib/render/markdown/read-text'
import { type Author, readByline } from './byline'
import { termSlug } from './rules'

export type MentionPlace = 'HEADLINE' | 'MORE' | 'BLURB'
export type Mention = { link: CanonicalLink; place: MentionPlace }

/** What the archive keeps of an item beside the item itself. */
export type ReadItem = {
  /** That of the headline. */
  link: CanonicalLink | null
  /** Every link of the item, each once for each place. */
  mentions: Mention[]
  topics: { slug: string; name: string }[]
  authors: Author[]
  /** All words but the headline, plain. */
  text: string
}

type Linking = Pick<DocumentItem, 'url' | 'links' | 'blurb'>

function mentionsOf(item: Linking): Mention[] {
  const written: [MentionPlace, string][] = [
    ...(item.url ? [['HEADLINE', item.url] as const] : []),
    ...item.links.map(({ url }) => ['MORE', url] as const),
    ...readText(item.blurb).links.map(({ url }) => ['BLURB', url] as const),
  ].map(([place, address]) => [place, address])
  const found = new Map<string, Mention>()
  for (const [place, address] of written) {
    const link = canonicalLink(address)
    if (link) found.set(`${place} ${link.canonical}`, { place, link })
  }
  return [...found.values()]
}

/** Every link of an item, as `keepLinks` takes them. */
export function linksOf(item: Linking): CanonicalLink[] {
  return mentionsOf(item).map(({ link }) => link)
}

const words = (text: string | null) => (text ? readText(text).words : '')

/** Reads an item of a document for the archive. */
export function readItem(item: DocumentItem): ReadItem {
  const labels = item.links.map(({ label }) => label.trim())
  const byline = words(item.byline)
  const rest = [byline, words(item.credit), words(item.disclosure)]
  const topics = new Map(item.topics.map((name) => [termSlug(name), name.trim()]))
  topics.delete('')
  return {
    link: item.url ? canonicalLink(item.url) : null,
    mentions: mentionsOf(item),
    topics: [...topics].map(([slug, name]) => ({ slug, name })),
    authors: readByline(byline),
    text: [readText(item.blurb).words, ...labels, ...rest].filter(Boolean).join('\n'),
  }
}
