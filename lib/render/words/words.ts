import type { Direction } from '@/lib/document/schema'
import type { Appearance } from '@/lib/render/appearance'
import type { SearchWords } from './search-words'

/** What an error page says of one status: what happened, and what to do. */
export type ErrorWords = { title: string; text: string }

/** The words of what readers find: topics, sites, authors, items on their own, and the years of the archive. */
export type FoundWords = {
  topics: string
  topicCount: (count: number) => string
  /** Describes a page of what is found under a name to search engines. */
  everything: (name: string) => string
  /** Above the name of a site, and of an author. */
  fromSite: string
  byAuthor: string
  /** What a screen reader says of a host that leads to all that came from there; it holds the host as it is. */
  moreFrom: (host: string) => string
  /** Of a link that stands in an item's commentary and not in its headline. */
  inText: string
  /** Names an item without a headline by its issue. */
  quoteIn: (issue: string) => string
  noteIn: (issue: string) => string
  linkIn: (issue: string) => string
  /** Before the names of later items that lead to this one; with its colon. */
  mentionedLater: string
  /** Heads of the lists on an item's own page, and what they count. */
  laterMentions: string
  overTheYears: string
  places: (count: number) => string
  linkedBefore: string
  linkedAgain: string
  /** Name of the navigation to those two. */
  otherPlaces: string
  /** Name of the navigation between pages of a list, and its ways. */
  pages: string
  newest: string
  older: string
  archiveOf: (year: string) => string
  /** On an item that was taken out, in place of what is said of an issue. */
  goneItem: ErrorWords
}

/** The words of following by feed. */
export type FollowWords = {
  /** Names the way in the header and its page, and stands before the feeds of a list. */
  follow: string
  /** What a feed reader is for, before the addresses to give it. */
  how: string
  wholeIssues: string
  sections: string
  /** Where the feeds are that are not in this list. */
  others: string
  /** The link to the OPML file. */
  sources: string
}

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
  sponsorUs: string
  suggestLink: string
  /** `Issue 7`, where a title doesn't say the number. */
  issueNumber: (number: number) => string
  /** With its colon. */
  correction: string
  /** What a screen reader says of the “#” that leads to an item. */
  linkTo: (name: string) => string
  thisQuote: string
  thisNote: string
  /** The link to a page as it was, and the same with the page's name, which must begin with it. */
  archivedCopy: string
  archivedCopyOf: (name: string) => string
  previous: string
  next: string
  /** Name of the navigation to the issues before and after. */
  otherIssues: string
  items: (count: number) => string
  issues: (count: number) => string
  years: string
  /** What the feed of single items is called. */
  everyLink: string
  /** Describes the archive to search engines. */
  everyIssue: (publication: string) => string
  /** Before the first issue: the words before the link to the feed, the link, and the words after it. */
  nothingYet: [before: string, link: string, after: string]
  /** Names the choice of light and dark. */
  appearance: string
  appearances: Readonly<Record<Appearance, string>>
  latestIssue: string
  allIssues: string
  /** In mail: the link to the issue's page. */
  readOnTheWeb: string
  error: (status: number) => string
  /** What an error page calls the id under which the log has it. */
  reference: (id: string) => string
  search: SearchWords
  follow: FollowWords
  found: FoundWords
  errors: Readonly<Record<400 | 404 | 405 | 410 | 500 | 503, ErrorWords>>
}
