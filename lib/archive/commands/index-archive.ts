import { transaction } from '@/lib/db/db'
import { issueDocumentSchema } from '@/lib/document/schema'
import { log } from '@/lib/log/log'
import { raiseGeneration } from '@/lib/publication/generation'
import { archiveItems, INDEX_VERSION } from './archive-items'

type Unindexed = { issueId: string; document: unknown }

/**
 * One issue in a transaction of its own: whoever publishes waits for no more than that.
 * @returns whether there was one left that no other process has taken
 */
async function indexNext(): Promise<boolean> {
  return transaction(async (tx) => {
    const [row] = await tx.$queryRaw<Unindexed[]>`
      SELECT a."issueId"::text, e.document FROM "ArchivedIssue" a JOIN "Edition" e ON e.id = a."editionId"
      WHERE a."indexVersion" < ${INDEX_VERSION} AND a."withdrawnAt" IS NULL
      LIMIT 1 FOR UPDATE OF a SKIP LOCKED`
    if (!row) return false
    const parsed = issueDocumentSchema.safeParse(row.document)
    if (parsed.success) await archiveItems(tx, row.issueId, parsed.data)
    else {
      log().error({ issueId: row.issueId, err: parsed.error }, 'A stored document can’t be read')
      const data = { indexVersion: INDEX_VERSION }
      await tx.archivedIssue.update({ where: { issueId: row.issueId }, data })
    }
    return true
  })
}

/**
 * Makes the rows by which readers find items for all issues whose rows are missing or made by older rules: after an
 * upgrade, nothing else. Two processes at once share the work, and one that is stopped leaves the rest to the next start.
 * @returns how many issues it did
 */
export async function indexArchive(stopped?: AbortSignal): Promise<number> {
  let done = 0
  while (!stopped?.aborted && (await indexNext())) done += 1
  if (done > 0) {
    await transaction(raiseGeneration)
    log().info({ issues: done }, 'The archive’s items can be found')
  }
  return done
}
