import type { Direction } from '@/lib/document/schema'
import type { SearchWords } from './search-words'

/** What an error page says of one status: what happened, and what to do. */
export type ErrorWords = { title: string; text: string }

/**
 * The words of readers' pages that are the program's own: one file for each language, each whole. Numbers come in as
 * they are, and every phrase that counts holds its number as digits, so that a page can show the number alone.
 */
export type Words = {
  /** BCP 47 tag and direction of these words. */
  lang: string
  dir: Direction
  skip: string
  /** Name of the navigation at the top. */
  ways: string
  archive: string
  feed: string
  sponsorUs: string
  /** `Issue 7`, where a title doesn't say the number. */
  issueNumber: (number: number) => string
  /** With its colon. */
  correction: string
  /** What a screen reader says of the “#” that leads to an item. */
  linkTo: (name: string) => string
  thisQuote: string
  thisNote: string
  previous: string
  next: string
  /** Name of the navigation to the issues before and after. */
  otherIssues: string
  items: (count: number) => string
  issues: (count: number) => string
  years: string
  /** Describes the archive to search engines. */
  everyIssue: (publication: string) => string
  /** Before the first issue: the words before the link to the feed, the link, and the words after it. */
  nothingYet: [before: string, link: string, after: string]
  latestIssue: string
  allIssues: string
  /** In mail: the link to the issue's page. */
  readOnTheWeb: string
  error: (status: number) => string
  /** What an error page calls the id under which the log has it. */
  reference: (id: string) => string
  search: SearchWords
  errors: Readonly<Record<400 | 404 | 405 | 410 | 500 | 503, ErrorWords>>
}
