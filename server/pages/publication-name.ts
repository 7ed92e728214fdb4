import type { Direction } from '@/lib/document/schema'

export type PublicationName = { publication: string; lang: string; dir: Direction }

/** Until the database has told. */
let last: PublicationName = { publication: 'Gleaner', lang: 'en', dir: 'ltr' }

/** Whose pages these are, for a page of our own; told whenever it may have changed. */
export function setPublicationName(name: PublicationName): void {
  const isKnown = name.publication === last.publication && name.lang === last.lang && name.dir === last.dir
  if (!isKnown) last = name
}

/** Whose pages these are, as last heard: an error page must not fail for want of it, nor wait. */
export function lastPublicationName(): PublicationName {
  return last
}
