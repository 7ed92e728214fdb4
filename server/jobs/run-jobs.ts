import { Logger, run, type TaskList } from 'graphile-worker'
import { directDatabaseUrl } from '@/lib/db/pool'
import { crontab, type JobHandler, jobHandlers } from '@/lib/jobs/registry'
import { log } from '@/lib/log/log'
import { type JobName, jobSchemas } from '@/lib/queue/schema'

const CONCURRENCY = 2
const CONNECTIONS = 4

export type Jobs = {
  /** Whether the workers are taking jobs. */
  running: () => boolean
  /** Lets running jobs end. */
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

/** Starts the workers in this process. They reconnect by themselves when Postgres restarts. */
export async function runJobs(): Promise<Jobs> {
  const shared = { connectionString: directDatabaseUrl(), maxPoolSize: CONNECTIONS, concurrency: CONCURRENCY }
  const runner = await run({
    ...shared,
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
      if (running) await runner.stop()
    },
  }
}
