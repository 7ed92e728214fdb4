import { tellCdn } from '@/lib/cdn/tell-cdn'
import { afterCommit, type Tx } from '@/lib/db/db'
import { tellThisProcess } from './reader-state'

/**
 * Raises the publication's generation, which makes every kept page old. When the transaction commits a trigger tells
 * all processes, this one knows before the command is answered, and a CDN is called. Readers' pages changed in it, or nothing did.
 * @param removes whether something is gone for readers without being withdrawn, so that no older page may be shown
 */
export async function raiseGeneration(tx: Tx, { removes = false } = {}): Promise<number> {
  const [row] = await tx.$queryRaw<{ generation: number }[]>`
    UPDATE "Publication" SET
      "generation" = "generation" + 1,
      "shownFrom" = CASE WHEN ${removes} THEN "generation" + 1 ELSE "shownFrom" END
    WHERE "id" = 1 RETURNING "generation"`
  const generation = row?.generation ?? 0
  await tellCdn(tx)
  afterCommit(tx, () => tellThisProcess(generation))
  return generation
}
