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

/** How long jobs may go on once the process is to end, in ms: containers are commonly killed after ten seconds. */
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

/**
 * The workers of a process have one name: their jobs and queues are held in it, and their connections go by it, of
 * which one listens all the time. So Postgres knows at once whose process is gone, however it went.
 */
const NAME = 'gleaner-jobs:'
/** How often to look for jobs that no notice told of, such as the next of a queue, in ms. */
const POLL_MS = 2_000
/** How often to look which workers are gone, in ms: those missing twice in a row, since a connection may drop and be made again. */
const LOOK_MS = 10_000

const named = (url: string, name: string) =>
  `${url}${url.includes('?') ? '&' : '?'}application_name=${encodeURIComponent(name)}`

/** Names, other than ours, that hold jobs or queues though no connection bears them. */
async function listGone(own: string): Promise<string[]> {
  const { rows } = await pgPool().query<{ held: string }>(
    `SELECT DISTINCT held."locked_by" AS "held" FROM (
       SELECT "locked_by" FROM graphile_worker._private_jobs
       UNION ALL SELECT "locked_by" FROM graphile_worker._private_job_queues
     ) held
     WHERE held."locked_by" <> $1 AND NOT EXISTS (
       SELECT FROM pg_stat_activity living
       WHERE living.datname = current_database() AND living.application_name = held."locked_by")`,
    [own],
  )
  return rows.map(({ held }) => held)
}

/**
 * Frees, again and again, the jobs that killed processes held, and their queues, which would else stand still for four
 * hours. Never our own: we live, also while our connections are made again. @returns ends it
 */
function freeOrphans(own: string, lookMs: number): () => void {
  let before: string[] = []
  const look = async () => {
    const gone = await listGone(own)
    const orphaned = gone.filter((name) => before.includes(name))
    before = gone
    if (orphaned.length === 0) return
    await unlock(orphaned)
    log().warn('Jobs that a killed process held were given back; they are tried again')
  }
  const tryLook = () => look().catch((error) => log().error({ err: error }, 'Orphaned jobs stay'))
  void tryLook()
  const timer = setInterval(tryLook, lookMs).unref()
  return () => clearInterval(timer)
}

const unlock = (names: string[]) =>
  pgPool().query('SELECT graphile_worker.force_unlock_workers($1::text[])', [names])

/** Lets others take the jobs that these workers hold, and go on with their queues. */
async function giveBack(name: string): Promise<void> {
  await unlock([name])
  log().warn('Jobs that took too long were given back; they are tried again')
}

/**
 * Starts the workers in this process. They reconnect by themselves when Postgres restarts.
 * @param options for tests: other handlers, which the clock never calls, and other times
 */
export async function runJobs(
  options: { handlers?: Handlers; patienceMs?: number; lookMs?: number; pollMs?: number } = {},
): Promise<Jobs> {
  const { handlers, patienceMs = PATIENCE_MS, lookMs = LOOK_MS, pollMs = POLL_MS } = options
  const name = `${NAME}${randomUUID()}`
  const connectionString = named(directDatabaseUrl(), name)
  const shared = {
    connectionString,
    maxPoolSize: CONNECTIONS,
    concurrency: CONCURRENCY,
    pollInterval: pollMs,
  }
  const events: WorkerEvents = new EventEmitter()
  // Set before the pool takes jobs: by default it uses a random id, which no connection carries.
  events.on('pool:create', ({ workerPool }) => {
    workerPool.id = name
  })
  const runner = await run({
    ...shared,
    events,
    noHandleSignals: true,
    logger: workerLog,
    taskList: taskList(handlers ?? jobHandlers),
    crontab: handlers ? '' : crontab,
  })
  const endLooking = freeOrphans(name, lookMs)
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
      endLooking()
      const isLate = pause(patienceMs, true, { ref: false })
      if (await Promise.race([runner.stop().then(() => false), isLate])) await giveBack(name)
    },
  }
}
