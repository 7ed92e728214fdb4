import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Logger, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import { directDatabaseUrl, pgPool } from '@/lib/db/pool'
import { crontab, type JobHandler, jobHandlers } from '@/lib/jobs/registry'
import { log } from '@/lib/log/log'
import { type JobName, jobSchemas } from '@/lib/queue/schema'

const CONCURRENCY = 2
const CONNECTIONS = 4

/** So long jobs may go on once the process is to end, in ms: containers are commonly killed after ten seconds. */
const PATIENCE_MS = 8_000

export type Jobs = {
  /** Whether the workers are taking jobs. */
  running: () => boolean
  /**
   * Lets running jobs end. Those that take too long are given back, to be tried again: cut off with the process they
   * would keep their queues for four hours.
   */
  stop: () => Promise<void>
}

/** The clock adds to a payload when it was due; no handler wants it. */
function withoutCron(payload: unknown): unknown {
  const { _cron, ...rest } = payload as Record<string, unknown>
  return rest
}

type Handlers = Partial<typeof jobHandlers>

function taskList(handlers: Handlers): TaskList {
  const names = Object.keys(handlers) as JobName[]
  return Object.fromEntries(
    names.map((name) => {
      const handle = handlers[name] as JobHandler<JobName>
      return [name, async (payload: unknown) => handle(jobSchemas[name].parse(withoutCron(payload)))]
    }),
  )
}

const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const
const workerLog = new Logger(() => (level, message, meta) => log()[levels[level]]({ jobs: meta }, message))

/** The connections of workers by name, so that it can be seen whether any live. */
const NAME = 'gleaner-jobs:'
/** By then Postgres has noticed that a process that was killed just before we started is gone. */
const GONE_BY_MS = 15_000

const named = (url: string, name: string) =>
  `${url}${url.includes('?') ? '&' : '?'}application_name=${encodeURIComponent(name)}`

/**
 * Frees the jobs that a killed process held, and their queues, which would else stand still for four hours. Only where
 * no other process has workers: whose jobs they are can't be told.
 */
async function freeOrphans(name: string, pools: string[]): Promise<void> {
  const { rows } = await pgPool().query<{ held: string }>(
    `SELECT DISTINCT held."locked_by" AS "held" FROM (
       SELECT "locked_by" FROM graphile_worker._private_jobs
       UNION ALL SELECT "locked_by" FROM graphile_worker._private_job_queues
     ) held
     WHERE held."locked_by" <> ALL($1::text[]) AND NOT EXISTS (
       SELECT FROM pg_stat_activity other
       WHERE other.datname = current_database() AND other.application_name LIKE $2 AND other.application_name <> $3)`,
    [pools, `${NAME}%`, name],
  )
  if (rows.length === 0) return
  await unlock(rows.map(({ held }) => held))
  log().warn('Jobs that a killed process held were given back; they are tried again')
}

const unlock = (pools: string[]) =>
  pgPool().query('SELECT graphile_worker.force_unlock_workers($1::text[])', [pools])

/** Lets others take the jobs that these pools of workers hold, and go on with their queues. */
async function giveBack(pools: string[]): Promise<void> {
  await unlock(pools)
  log().warn('Jobs that took too long were given back; they are tried again')
}

/**
 * Starts the workers in this process. They reconnect by themselves when Postgres restarts.
 * @param options for tests: other handlers, which the clock never calls, and another patience
 */
export async function runJobs(options: { handlers?: Handlers; patienceMs?: number } = {}): Promise<Jobs> {
  const { handlers, patienceMs = PATIENCE_MS } = options
  const name = `${NAME}${randomUUID()}`
  const connectionString = named(directDatabaseUrl(), name)
  const shared = { connectionString, maxPoolSize: CONNECTIONS, concurrency: CONCURRENCY }
  // Jobs are held in the name of the pool.
  const pools: string[] = []
  const events: WorkerEvents = new EventEmitter()
  events.on('pool:create', ({ workerPool }) => pools.push(workerPool.id))
  const runner = await run({
    ...shared,
    events,
    noHandleSignals: true,
    logger: workerLog,
    taskList: taskList(handlers ?? jobHandlers),
    crontab: handlers ? '' : crontab,
  })
  const free = () =>
    freeOrphans(name, pools).catch((error) => log().error({ err: error }, 'Orphaned jobs stay'))
  await free()
  const again = setTimeout(free, GONE_BY_MS).unref()
  let running = true
  runner.promise.then(
    () => {
      running = false
    },
    (error) => {
      running = false
      log().error({ err: error }, 'The job workers ended')
    },
  )
  return {
    running: () => running,
    stop: async () => {
      if (!running) return
      running = false
      clearTimeout(again)
      const isLate = pause(patienceMs, true, { ref: false })
      if (await Promise.race([runner.stop().then(() => false), isLate])) await giveBack(pools)
    },
  }
}
