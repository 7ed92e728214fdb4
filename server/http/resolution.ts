/** What is at a public address: a page, something withdrawn, another address, or nothing. */
export type Resolution = { found: 'page' } | { found: 'gone' | 'nothing' } | { found: 'moved'; to: string }
