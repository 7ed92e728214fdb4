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

function taskList(): TaskList {
  const names = Object.keys(jobHandlers) as JobName[]
  return Object.fromEntries(
    names.map((name) => {
      const handle = jobHandlers[name] as JobHandler<JobName>
      return [name, async (payload: unknown) => handle(jobSchemas[name].parse(withoutCron(payload)))]
    }),
  )
}

const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const
const workerLog = new Logger(() => (level, message, meta) => log()[levels[level]]({ jobs: meta }, message))

/** Lets others take the jobs that these workers hold, and go on with their queues. */
async function giveBack(pools: string[]): Promise<void> {
  await pgPool().query('SELECT graphile_worker.force_unlock_workers($1::text[])', [pools])
  log().warn('Jobs that took too long were given back; they are tried again')
}

/**
 * Starts the workers in this process. They reconnect by themselves when Postgres restarts.
 * @param options `patienceMs`: for tests
 */
export async function runJobs({ patienceMs = PATIENCE_MS } = {}): Promise<Jobs> {
  const shared = { connectionString: directDatabaseUrl(), maxPoolSize: CONNECTIONS, concurrency: CONCURRENCY }
  // Jobs are held in the name of the pool.
  const pools: string[] = []
  const events: WorkerEvents = new EventEmitter()
  events.on('pool:create', ({ workerPool }) => pools.push(workerPool.id))
  const runner = await run({
    ...shared,
    events,
    noHandleSignals: true,
    logger: workerLog,
    taskList: taskList(),
    crontab,
  })
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
      const isLate = pause(patienceMs, true, { ref: false })
      if (await Promise.race([runner.stop().then(() => false), isLate])) await giveBack(pools)
    },
  }
}
