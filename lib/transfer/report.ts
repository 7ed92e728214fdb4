import type { Difference } from './compare'
import type { ImportFormat, ParsedIssue } from './schema'

/** What keeps a run from being carried out; `message` says what to do. */
export type Problem = { file: string; line: number | null; message: string }

export const outcomes = ['created', 'unchanged', 'differing', 'overwritten'] as const
export type Outcome = (typeof outcomes)[number]

/** What became of one issue; in a dry run, what would become of it. */
export type IssueResult = {
  issue: ParsedIssue
  format: ImportFormat
  slug: string
  outcome: Outcome
  differences: Difference[]
}

/** Everything a run has to say. */
export type ImportReport = {
  results: IssueResult[]
  skipped: { file: string; why: string }[]
  problems: Problem[]
}

export function emptyReport(): ImportReport {
  return { results: [], skipped: [], problems: [] }
}

/** Why a file in a folder was passed over without a look into it. */
export const notText = 'neither Markdown nor plain text'
