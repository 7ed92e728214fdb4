import { filterLexeme, quoteLexeme } from './text/lexeme'
import { readTokens } from './text/tokens'

/** How much it weighs where a word stands: `A` most, `D` least. PostgreSQL's own letters. */
type Weight = 'A' | 'B' | 'C' | 'D'

/** An item as the archive has it, plain. */
export type Searched = {
  headline: string | null
  authors: string[]
  host: string | null
  site: string | null
  sectionTitle: string | null
  sectionSlug: string | null
  topics: { slug: string; name: string }[]
  /** All words but the headline, each part on a line. */
  text: string
  /** `YYYY-MM-DD` */
  date: string
}

/** PostgreSQL counts places up to 16,383, and takes a vector of up to 1 MB; of a longer text the rest isn't found. */
const LAST_PLACE = 12_000
/** How many places of one word are kept: it is found by one, and ranked by a few. */
const MOST_PLACES = 40
/** Between two parts, so that no phrase runs from one into the next. */
const GAP = 8

function textParts({ headline, authors, host, sectionTitle, topics, text }: Searched): [string, Weight][] {
  return [
    [headline ?? '', 'A'],
    [host ?? '', 'B'],
    ...authors.map((name): [string, Weight] => [name, 'B']),
    ...text.split('\n').map((line): [string, Weight] => [line, 'C']),
    // So that “datadog outage” finds a bare row of the outages.
    ...topics.map(({ name }): [string, Weight] => [name, 'D']),
    [sectionTitle ?? '', 'D'],
  ]
}

function filtersOf({ date, sectionSlug, topics, host, site }: Searched): string[] {
  return [
    filterLexeme('year', date.slice(0, 4)),
    ...(sectionSlug ? [filterLexeme('section', sectionSlug)] : []),
    ...topics.map(({ slug }) => filterLexeme('topic', slug)),
    // Found by the site too: `techblog.netflix.com` is of `netflix.com`.
    ...[...new Set([host, site])].flatMap((name) => (name ? [filterLexeme('host', name)] : [])),
  ]
}

/** What an item is found by, as the text of a `tsvector`. Everything in it comes from the same rules as a query. */
export function vectorOf(item: Searched): string {
  const places = new Map<string, string[]>()
  let base = 1
  for (const [text, weight] of textParts(item)) {
    let last = 0
    for (const { word, at } of readTokens(text)) {
      last = Math.max(last, at)
      if (base + at > LAST_PLACE) break
      const known = places.get(word)
      if (!known) places.set(word, [`${base + at}${weight}`])
      else if (known.length < MOST_PLACES) known.push(`${base + at}${weight}`)
    }
    base += last + GAP
  }
  const words = [...places].map(([word, found]) => `${quoteLexeme(word)}:${found.join(',')}`)
  return [...words, ...filtersOf(item).map(quoteLexeme)].join(' ')
}
