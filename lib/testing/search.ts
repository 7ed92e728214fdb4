import { randomUUID } from 'node:crypto'
import type { DocumentItem } from '@/lib/document/schema'
import { countWords } from '@/lib/search/commands/words'
import { searchItems } from '@/lib/search/queries'
import {
  firstPage,
  noFilters,
  type SearchFilters,
  type SearchHit,
  type SearchPage,
} from '@/lib/search/schema'
import { makeDocument, makeItem, makeSection } from './make-document'
import { makePublishedIssue } from './published-issue'

export const find = (typed: string, filters: Partial<SearchFilters> = {}, page: Partial<SearchPage> = {}) =>
  searchItems(typed, { ...noFilters, ...filters }, { ...firstPage, ...page })

/** A title or an excerpt with what is marked in brackets. */
export const shown = (pieces: SearchHit['title']) =>
  pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('')

export const titleOf = ({ title }: SearchHit) => title.map(({ text }) => text).join('')

/** Titles of what is found, in order. */
export async function findTitles(typed: string, filters: Partial<SearchFilters> = {}): Promise<string[]> {
  return (await find(typed, filters)).hits.map(titleOf)
}

type Overrides = { date?: string; section?: string; layout?: 'articles' | 'list' }

/** Publishes an issue of these items, and counts their words. Each is a headline, or more of an item. */
export async function publishItems(
  items: (string | Partial<DocumentItem>)[],
  { date = '2026-03-01', section = 'Articles', layout = 'articles' }: Overrides = {},
): Promise<void> {
  const made = items.map((item) =>
    makeItem({ blurb: '', url: null, ...(typeof item === 'string' ? { headline: item } : item) }),
  )
  const publishedAt = `${date}T20:00:00.000Z`
  const issue = { number: null, slug: `issue-${randomUUID()}`, date, publishedAt, updatedAt: publishedAt }
  await makePublishedIssue(
    makeDocument({ issue, sections: [makeSection({ title: section, layout, items: made })] }),
    { removedAt: new Date() },
  )
  await countWords()
}
