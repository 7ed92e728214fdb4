import type { Tx } from '@/lib/db/db'
import type { JobName } from './schema'

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

/** Takes back every job of these names, also those that a process held which is gone. @returns how many */
export async function dropJobs(tx: Tx, names: JobName[]): Promise<number> {
  await tx.$executeRaw`
    SELECT graphile_worker.force_unlock_workers(ARRAY(
      SELECT DISTINCT locked_by FROM graphile_worker.jobs
      WHERE task_identifier = ANY(${names}::text[]) AND locked_by IS NOT NULL))`
  const dropped = await tx.$queryRaw<unknown[]>`
    SELECT id::text FROM graphile_worker.complete_jobs(ARRAY(
      SELECT id FROM graphile_worker.jobs WHERE task_identifier = ANY(${names}::text[])))`
  return dropped.length
}
