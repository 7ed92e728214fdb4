import { type ChildProcess, fork } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { databaseUrl } from '@/lib/db/pool'
import { childEnvironment } from '@/lib/env/env'
import type { TaskAnswer, TaskInput, TaskName, TaskResult } from './tasks'

/** A process of its own with its own connections, as another server of the same installation would be. */
export type Worker = {
  pid: number
  /** @throws WorkerError with the code of what the command threw */
  call: <N extends TaskName>(task: N, input: TaskInput<N>) => Promise<TaskResult<N>>
  isAlive: () => boolean
}
export type Workers = { workers: Worker[]; stop: () => Promise<void> }

export class WorkerError extends Error {
  override readonly name = 'WorkerError'
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

type Waiting = { done: (result: unknown) => void; fail: (error: Error) => void }

function connect(child: ChildProcess): Worker {
  const waiting = new Map<number, Waiting>()
  let calls = 0
  child.on('message', (answer: TaskAnswer) => {
    const call = waiting.get(answer.call)
    waiting.delete(answer.call)
    if ('code' in answer) call?.fail(new WorkerError(answer.code, answer.message))
    else call?.done(answer.result)
  })
  child.on('exit', () => {
    for (const { fail } of waiting.values()) fail(new WorkerError('exited', 'The worker process ended.'))
  })
  return {
    pid: child.pid ?? 0,
    call: (task, input) =>
      new Promise((done, fail) => {
        calls += 1
        waiting.set(calls, { done: done as (result: unknown) => void, fail })
        child.send({ call: calls, task, input })
      }),
    isAlive: () => child.exitCode === null && child.signalCode === null,
  }
}

/**
 * Starts worker processes on the database of this one.
 * @param connections of each
 * @param url of the database, if they are to come to it by another way
 */
export async function startWorkers(
  count: number,
  connections: number,
  url = databaseUrl(),
): Promise<Workers> {
  const folder = resolve('.build/rigs', `worker-${process.pid}-${performance.now()}`)
  const outfile = join(folder, 'worker.mjs')
  await build({
    entryPoints: ['rigs/workers/worker.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    logLevel: 'error',
  })
  const address = new URL(url)
  address.searchParams.set('connection_limit', String(connections))
  const env = childEnvironment({ DATABASE_URL: address.href, LOG_LEVEL: 'silent', NODE_ENV: 'production' })
  const children = Array.from({ length: count }, () => fork(outfile, { env, execArgv: [] }))
  return {
    workers: children.map(connect),
    stop: async () => {
      const ends = children.map(
        (child) => new Promise((done) => (child.exitCode === null ? child.once('exit', done) : done(null))),
      )
      for (const child of children) if (child.connected) child.disconnect()
      await Promise.all(ends)
      await rm(folder, { recursive: true, force: true })
    },
  }
}
