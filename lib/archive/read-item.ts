import type { Element, Root } from 'hast'
import type { DocumentItem } from '@/lib/document/schema'
import { type CanonicalLink, canonicalLink } from '@/lib/links/rules'
import { textOf } from '@/lib/render/hast'
import { markdownToHast } from '@/lib/render/markdown/to-hast'
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

type Inner = Root['children'][number]

function hrefsIn(node: Inner): string[] {
  if (node.type !== 'element') return []
  return [...ownHref(node), ...node.children.flatMap(hrefsIn)]
}

function ownHref({ tagName, properties: { href } }: Element): string[] {
  return tagName === 'a' && typeof href === 'string' ? [href] : []
}

type Linking = Pick<DocumentItem, 'url' | 'links' | 'blurb'>

function mentionsOf(item: Linking, blurb: Root): Mention[] {
  const written: [MentionPlace, string][] = [
    ...(item.url ? [['HEADLINE', item.url] as const] : []),
    ...item.links.map(({ url }) => ['MORE', url] as const),
    ...blurb.children.flatMap(hrefsIn).map((href) => ['BLURB', href] as const),
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
  return mentionsOf(item, markdownToHast(item.blurb)).map(({ link }) => link)
}

/** The words of a text, its blocks a line each. */
function wordsOf(root: Root): string {
  return root.children
    .map((child) => textOf(child).replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n')
}

/** A text in which Markdown can mean nothing needn't be parsed. */
const isPlain = (text: string) =>
  !/[\\`*_~[\]<>&#|]|https?:|www\.|@|\n|^\s*(?:[-+=]|\d+[.)])|^ {4}/i.test(text)

function words(text: string | null): string {
  if (!text) return ''
  return isPlain(text) ? text.replace(/\s+/g, ' ').trim() : wordsOf(markdownToHast(text))
}

/** Reads an item of a document for the archive. */
export function readItem(item: DocumentItem): ReadItem {
  const blurb = markdownToHast(item.blurb)
  const labels = item.links.map(({ label }) => label.trim())
  const byline = words(item.byline)
  const rest = [byline, words(item.credit), words(item.disclosure)]
  const topics = new Map(item.topics.map((name) => [termSlug(name), name.trim()]))
  topics.delete('')
  return {
    link: item.url ? canonicalLink(item.url) : null,
    mentions: mentionsOf(item, blurb),
    topics: [...topics].map(([slug, name]) => ({ slug, name })),
    authors: readByline(byline),
    text: [wordsOf(blurb), ...labels, ...rest].filter(Boolean).join('\n'),
  }
}
