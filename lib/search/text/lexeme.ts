/** A lexeme as PostgreSQL reads it in the text of a `tsvector` or `tsquery`, whatever is in it. */
export function quoteLexeme(word: string): string {
  return `'${word.replace(/[\\']/g, (sign) => sign + sign)}'`
}

/** What results can be narrowed by. */
export const filterKinds = ['year', 'section', 'topic', 'host'] as const
export type FilterKind = (typeof filterKinds)[number]

/** A filter is a lexeme beside the words, and can't be taken for one: no word has a colon. */
export function filterLexeme(kind: FilterKind, value: string): string {
  return `${kind}:${value}`
}
