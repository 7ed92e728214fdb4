import { pgPool } from '@/lib/db/pool'

/** The GIN indexes of items. What is written is found in them at once, but by reading through a list of what is new. */
const indexes = ['ArchivedItem_search_idx', 'ArchivedItem_headline_idx', 'ArchivedItem_headline_words']

/** Sorts what is new into the indexes of items, so that searches needn't read through it. Vacuuming does so too, later. */
export async function sortIn(): Promise<void> {
  for (const index of indexes)
    await pgPool().query('SELECT gin_clean_pending_list($1::regclass)', [`"${index}"`])
}
