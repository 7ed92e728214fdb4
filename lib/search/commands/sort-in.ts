import { pgPool } from '@/lib/db/pool'

/** The GIN indexes of items. What is written is found in them at once, but by reading through a list of what is new. */
const indexes = ['ArchivedItem_search_idx', 'ArchivedItem_headline_idx', 'ArchivedItem_headline_words']

/**
 * Sorts what is new into the indexes of items, so that searches needn't read through it. Only their owner may; where
 * that is another role than ours, vacuuming does so, later.
 */
export async function sortIn(): Promise<void> {
  const names = indexes.map((index) => `"${index}"`)
  await pgPool().query(
    `SELECT gin_clean_pending_list("oid") FROM pg_class
    WHERE "oid" = ANY($1::regclass[]) AND pg_has_role("relowner", 'USAGE')`,
    [names],
  )
}
