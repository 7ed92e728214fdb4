import type { Tx } from '@/lib/db/db'

/**
 * Takes a waiting job back by its key, as what it was to tell is no longer so.
 * @returns false where none waits: it is being carried out, or was
 */
export async function takeBackJob(tx: Tx, key: string): Promise<boolean> {
  const [taken] = await tx.$queryRaw<{ waited: boolean | null }[]>`
    SELECT job.id IS NOT NULL AND job.locked_at IS NULL AS "waited" FROM graphile_worker.remove_job(${key}::text) job`
  return taken?.waited === true
}

/** Whether a job of this key waits; one that failed for good waits no more. */
export async function isJobWaiting(tx: Tx, key: string): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 AS "waits" FROM graphile_worker.jobs
    WHERE key = ${key}::text AND locked_at IS NULL AND attempts < max_attempts`
  return found.length > 0
}
