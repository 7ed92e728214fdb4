import { db, transaction } from '@/lib/db/db'
import { issueDocumentSchema } from '@/lib/document/schema'
import { log } from '@/lib/log/log'
import { raiseGeneration } from '@/lib/publication/generation'
import { archiveItems, INDEX_VERSION } from './archive-items'

/** Issues that are done at a time; whoever publishes one of them waits no longer than that. */
const BATCH = 10

type Unindexed = { issueId: string; document: unknown }

/** @returns how many issues it looked at; fewer than a batch when nothing is left that another process hasn't taken */
async function indexBatch(): Promise<number> {
  return transaction(async (tx) => {
    const rows = await tx.$queryRaw<Unindexed[]>`
      SELECT a."issueId"::text, e.document FROM "ArchivedIssue" a JOIN "Edition" e ON e.id = a."editionId"
      WHERE a."indexVersion" < ${INDEX_VERSION} AND a."withdrawnAt" IS NULL
      ORDER BY a."indexVersion" LIMIT ${BATCH} FOR UPDATE OF a SKIP LOCKED`
    for (const { issueId, document } of rows) {
      const parsed = issueDocumentSchema.safeParse(document)
      if (parsed.success) await archiveItems(tx, issueId, parsed.data)
      else {
        log().error({ issueId, err: parsed.error }, 'A stored document can’t be read')
        await tx.archivedIssue.update({ where: { issueId }, data: { indexVersion: INDEX_VERSION } })
      }
    }
    return rows.length
  })
}

/**
 * Makes the rows by which readers find items for all issues whose rows are missing or made by older rules: after an
 * upgrade, nothing else. Two processes at once share the work, and one that is stopped leaves the rest to the next start.
 * @returns how many issues it did
 */
export async function indexArchive(stopped?: AbortSignal): Promise<number> {
  let done = 0
  let last = BATCH
  while (last === BATCH && !stopped?.aborted) {
    last = await indexBatch()
    done += last
  }
  if (done > 0) {
    await raiseGeneration(db())
    log().info({ issues: done }, 'The archive’s items can be found')
  }
  return done
}
