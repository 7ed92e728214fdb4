import type { Prisma } from '@/generated/prisma/client'
import { tongueIn } from '@/lib/document/language'
import type { DocumentItem, IssueDocument } from '@/lib/document/schema'
import { vectorOf } from '@/lib/search/vector'
import { type Mention, readItem } from './read-item'
import { termSlug } from './rules'

/** What an item's row is made from, beside the rules: where this is the same, so are all rows of the item. */
export type Given = {
  id: string
  ordinal: number
  sectionId: string
  sectionTitle: string | null
  layout: string
  item: DocumentItem
  lang: string
  dir: string
  /** `YYYY-MM-DD` */
  date: string
  publishedAt: string
}

type Term = Omit<Prisma.ArchivedTermCreateManyInput, 'issueId'>

/** All that is kept of an item: its row but for the ids of issue and link, its links, and what it is found under. */
export type Placed = {
  row: Omit<Prisma.ArchivedItemCreateManyInput, 'issueId' | 'linkId'> & { search: string }
  canonical: string | null
  mentions: Mention[]
  terms: Term[]
}

/** The items of a document, in its order. */
export function givenItems(document: IssueDocument): Given[] {
  const { date, publishedAt } = document.issue
  const all = document.sections.flatMap((section) => section.items.map((item) => ({ section, item })))
  return all.map(({ section, item }, ordinal) => ({
    id: item.id,
    ordinal,
    sectionId: section.id,
    sectionTitle: section.title,
    layout: section.layout,
    item,
    ...tongueIn(document.issue, item),
    date,
    publishedAt,
  }))
}

/** Reads an item: its texts are parsed, so only what came anew is. */
export function placeItem(given: Given): Placed {
  const { id, ordinal, item, sectionTitle, date, publishedAt } = given
  const { link, mentions, topics, authors, text } = readItem(item)
  const found = {
    headline: item.headline,
    host: link?.host ?? null,
    site: link?.site ?? null,
    sectionTitle,
    sectionSlug: sectionTitle === null ? null : termSlug(sectionTitle) || null,
    text,
  }
  const row = {
    ...given,
    ...found,
    kind: item.kind,
    url: item.url,
    topics: topics.map(({ slug }) => slug),
    authors: authors.map(({ slug }) => slug),
    search: vectorOf({ ...found, authors: authors.map(({ name }) => name), topics, date }),
  }
  const sites = [...new Set(mentions.map((mention) => mention.link.site))]
  const terms = [
    ...topics.map((topic) => ({ kind: 'TOPIC' as const, ...topic })),
    ...authors.map((author) => ({ kind: 'AUTHOR' as const, ...author })),
    ...sites.map((site) => ({ kind: 'SITE' as const, slug: site, name: site })),
  ].map((term) => ({ ...term, itemId: id, ordinal, date, publishedAt }))
  return { row, canonical: link?.canonical ?? null, mentions, terms }
}
