import slugify from '@sindresorhus/slugify'
import type { ArchiveEntry, YearCount } from './schema'

export type ArchiveYear = { year: string; entries: ArchiveEntry[] }

/** The archive by the years of its issues' dates, in the order in which they come. */
export function groupByYear(entries: readonly ArchiveEntry[]): ArchiveYear[] {
  const years: ArchiveYear[] = []
  for (const entry of entries) {
    const year = entry.date.slice(0, 4)
    const last = years.at(-1)
    if (last?.year === year) last.entries.push(entry)
    else years.push({ year, entries: [entry] })
  }
  return years
}

/** Fewer than these make no page. */
const FEW_ISSUES = 12

/**
 * The years that the archive begins with: the newest, and in its first weeks those before it, so that there is
 * something to read. Null where there are none.
 * @param years newest first
 */
export function newestYears(years: readonly YearCount[]): { from: string; to: string } | null {
  const [newest] = years
  if (!newest) return null
  let from = newest
  let issues = newest.count
  for (const year of years.slice(1)) {
    if (issues >= FEW_ISSUES) break
    from = year
    issues += year.count
  }
  return { from: from.year, to: newest.year }
}

/** “C++”, “C#” and “C” are three topics. */
const spelled: [string, string][] = [
  ['+', 'plus'],
  ['#', 'sharp'],
]

const transliterate = (text: string) =>
  slugify(text.replace(/^#+/, ''), { decamelize: false, customReplacements: spelled })

/**
 * The last part of the address of a topic, an author or a section: words in lower case with hyphens, accents folded.
 * What has no Latin form (東京) stays in its own letters. Empty where a text has neither letter nor digit.
 */
export function termSlug(text: string): string {
  const letters = [...text.normalize('NFC')].filter((char) => /[\p{L}\p{N}]/u.test(char))
  const latin = letters.every((char) => /[a-z0-9]/i.test(char) || transliterate(char) !== '')
  const slug = latin
    ? transliterate(text)
    : text
        .normalize('NFC')
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
        .replace(/^-+|-+$/g, '')
  return [...slug].slice(0, 80).join('').replace(/-+$/, '')
}
