import { readFileSync } from 'node:fs'

export type Entry = { headline: string; url: string; blurb: string }
export type Source = { articles: Entry[]; outages: Entry[] }

const ENTRY = /^1\. \[(.*)\]\((\S*)\)\s*$/

/** The items of an issue in the scraper’s form: numbered links, each with its text indented below. */
export function readNumberedList(path: string): Source {
  const source: Source = { articles: [], outages: [] }
  let into: Entry[] = source.articles
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const entry = ENTRY.exec(line)
    if (line.startsWith('### Outages')) into = source.outages
    else if (line.startsWith('###')) into = line.startsWith('### Articles') ? source.articles : into
    else if (entry) into.push({ headline: entry[1] ?? '', url: entry[2] ?? '', blurb: '' })
    else {
      const last = into.at(-1)
      if (last && line.trim()) last.blurb = `${last.blurb}\n\n${line.trim()}`.trim()
    }
  }
  return source
}
