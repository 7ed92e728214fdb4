import { db, type Tx } from '@/lib/db/db'
import { type JobName, type JobPayload, jobSchemas } from './schema'

export type JobOptions = {
  /** Not before this instant; at once when left out. */
  runAt?: Date
  /** At most one waiting job has this key; a second takes the first one's place. */
  key?: string
  /** Jobs of one queue run one after another, so that slow ones leave a worker for the others. */
  queue?: string
  /** Jobs of a smaller number go first; 0 when left out. */
  priority?: number
  /** How often a failing job is tried in all. */
  maxAttempts?: number
}

/**
 * The queue of every job that asks other people’s sites: one at a time, since a site may keep each waiting for many
 * seconds, and schedules want a worker every minute.
 */
export const OTHER_SITES = 'other-sites'

const DEFAULT_ATTEMPTS = 10

/**
 * Adds a job for the workers.
 * @param tx the transaction that makes the job necessary, so that both happen or neither; null for none
 * @throws ZodError when the payload isn't what the job's schema says
 */
export function enqueue<N extends JobName>(
  tx: Tx | null,
  name: N,
  payload: JobPayload<N>,
  { key, ...options }: JobOptions = {},
): Promise<void> {
  return enqueueEach(tx, name, [{ payload, key }], options)
}

/** The same for many jobs of a kind, by one statement. */
export async function enqueueEach<N extends JobName>(
  tx: Tx | null,
  name: N,
  jobs: readonly { payload: JobPayload<N>; key?: string | undefined }[],
  { runAt, queue, priority, maxAttempts = DEFAULT_ATTEMPTS }: Omit<JobOptions, 'key'> = {},
): Promise<void> {
  if (jobs.length === 0) return
  const rows = jobs.map(({ payload, key }) => ({
    payload: jobSchemas[name].parse(payload),
    key: key ?? null,
  }))
  await (tx ?? db()).$executeRaw`
    SELECT graphile_worker.add_job(
      ${name}::text, job.payload, run_at => ${runAt ?? null}::timestamptz,
      max_attempts => ${maxAttempts}::int, job_key => job.key,
      queue_name => ${queue ?? null}::text, priority => ${priority ?? null}::int)
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS job(payload json, key text)`
}
