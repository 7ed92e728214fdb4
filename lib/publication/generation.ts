import type { Tx } from '@/lib/db/db'

/** The channel on which every process hears that readers' pages changed; its payload is the new generation. */
export const GENERATION_CHANNEL = 'generation'

/**
 * Raises the publication's generation, which makes every cached page old, and tells all processes when the
 * transaction commits. Readers' pages changed in it or nothing did.
 */
export async function raiseGeneration(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ generation: number }[]>`
    WITH raised AS (
      UPDATE "Publication" SET "generation" = "generation" + 1 WHERE "id" = 1 RETURNING "generation"
    )
    SELECT "generation", pg_notify(${GENERATION_CHANNEL}, "generation"::text)::text FROM raised`
  return row?.generation ?? 0
}
