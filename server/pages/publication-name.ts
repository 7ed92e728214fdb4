<<<<<<< HEAD
import { pgPool } from '@/lib/db/pool'
import type { Direction } from '@/lib/document/schema'

export type PublicationName = { publication: string; lang: string; dir: Direction }
=======
export type PublicationName = { publication: string; lang: string; dir: string }
>>>>>>> e0908bf (Keep readers' pages in memory, made anew when something is published)

/** Until the database has told. */
let last: PublicationName = { publication: 'Gleaner', lang: 'en', dir: 'ltr' }

/** Whose pages these are, for a page of our own; told whenever it may have changed. */
export function setPublicationName(name: PublicationName): void {
  last = name
}

/** Whose pages these are, as last heard: an error page must not fail for want of it, nor wait. */
export function lastPublicationName(): PublicationName {
  return last
}
