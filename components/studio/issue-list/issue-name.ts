import type { IssueRow } from '@/lib/issue-list/schema'
import { formatDay } from '@/lib/times/rules'

/** What an issue is called where it has no title yet. */
export function nameOfIssue(row: Pick<IssueRow, 'title' | 'number' | 'date'>): string {
  if (row.title.trim()) return row.title.trim()
  return row.number === null ? `the issue of ${formatDay(row.date)}` : `Issue ${row.number}`
}

/** A name as a sentence begins with it. */
export const begin = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** What became of the links of a deleted draft, in a sentence behind another; empty where it had none from the inbox. */
export const tellReturned = (count: number): string =>
  count === 0 ? '' : ` ${count === 1 ? 'Its link is' : `Its ${count} links are`} back in the inbox.`
