import { pgPool } from '@/lib/db/pool'
import type { Direction } from '@/lib/document/schema'

export type PublicationName = { publication: string; lang: string; dir: Direction }

/** Until the database has told, and when it can't. */
let last: PublicationName = { publication: 'Gleaner', lang: 'en', dir: 'ltr' }

/** Whose pages these are, as last known: an error page must not fail for want of it. */
export async function publicationName(): Promise<PublicationName> {
  try {
    const { rows } = await pgPool().query('SELECT name AS publication, lang, dir FROM "Publication"')
    if (rows[0]) last = rows[0]
  } catch {
    // The database is down; that is why an error page is shown.
  }
  return last
}

/** The same without asking. */
export function lastPublicationName(): PublicationName {
  return last
}
