import type { ArchiveEntry } from './schema'

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
