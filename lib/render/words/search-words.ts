/** The words of searching, part of each language's own (words.ts). Quotes are the language's own. */
export type SearchWords = {
  /** What the button says, and the page is called. */
  search: string
  /** Names the field for a screen reader, and stands in it while it is empty. */
  archive: string
  /** Title of a page of results. */
  resultsFor: (query: string) => string
  narrow: string
  year: string
  section: string
  topic: string
  site: string
  any: string
  results: (count: number) => string
  /** Said where so many fit that they are not counted. */
  newestFirst: string
  /** Said where nothing has all of the words. */
  some: string
  corrected: (typed: string, meant: string) => string
  nothingFor: (query: string) => string
  /** Said where nothing was found by the filters alone. */
  nothing: string
  advice: string
  withoutFilters: string
  onlyExcludes: string
  noWords: string
  tooLong: string
  cut: string
  how: string
  /** What each of the examples finds: two words, words in quotes, a word with a minus. */
  examples: [both: string, phrase: string, without: string]
  more: string
  first: string
  /** Name of the navigation between pages of results. */
  pages: string
}
