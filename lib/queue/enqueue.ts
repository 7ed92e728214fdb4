import { db, type Tx } from '@/lib/db/db'
import { type JobName, type JobPayload, jobSchemas } from './schema'

export type JobOptions = {
  /** Not before this instant; at once when left out. */
  runAt?: Date
  /** At most one waiting job has this key; a second takes the first one's place. */
  key?: string
  /** Jobs of one queue run one after another, so that slow ones leave a worker for the others. */
  queue?: string
  /** How often a failing job is tried in all. */
  maxAttempts?: number
}

const DEFAULT_ATTEMPTS = 10

/**
 * Adds a job for the workers.
 * @param tx the transaction that makes the job necessary, so that both happen or neither; null for none
 * @throws ZodError when the payload isn't what the job's schema says
 */
export async function enqueue<N extends JobName>(
  tx: Tx | null,
  name: N,
  payload: JobPayload<N>,
  { runAt, key, queue, maxAttempts = DEFAULT_ATTEMPTS }: JobOptions = {},
): Promise<void> {
  const json = JSON.stringify(jobSchemas[name].parse(payload))
  await (tx ?? db()).$executeRaw`
    SELECT graphile_worker.add_job(
      ${name}::text, ${json}::json, run_at => ${runAt ?? null}::timestamptz,
      max_attempts => ${maxAttempts}::int, job_key => ${key ?? null}::text,
      queue_name => ${queue ?? null}::text)`
}
