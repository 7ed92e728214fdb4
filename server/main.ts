import { join } from 'node:path'
import next from 'next'
import { indexArchive } from '@/lib/archive/commands/index-archive'
import { env } from '@/lib/env/env'
import { exportForNextAuth } from '@/lib/env/secrets'
import { logError } from '@/lib/log/log'
import { seedInstance } from '@/prisma/seed'
import { announce } from './announce'
import { openClickCounter } from './clicks/click-counter'
import { handleRequest } from './http/handle-request'
import { type Listener, listen } from './http/listener'
import { openInstance } from './instance/open-instance'
import { runJobs } from './jobs/run-jobs'
import { prepareShutdown, type Shutdown } from './shutdown'

async function prepareNext(dev: boolean, { server }: Listener, shutdown: Shutdown) {
  const app = next({
    dev,
    quiet: !dev,
    dir: process.cwd(),
    port: env().PORT,
    hostname: 'localhost',
    httpServer: server,
  })
  await app.prepare()
  shutdown.add('Next', () => app.close())
  return app
}

async function start(dev: boolean, shutdown: Shutdown): Promise<void> {
  const listener = await listen(env().PORT)
  const opening = openInstance(shutdown.signal)
  // Before it is open: a signal may come while Postgres starts. What could not be opened is closed already.
  const close = async () => (await opening.catch(() => null))?.close()
  shutdown.add('the database', close)
  await opening
  await seedInstance()
  exportForNextAuth()
  const app = await prepareNext(dev, listener, shutdown)
  const jobs = await runJobs()
  shutdown.add('the jobs', jobs.stop)
  shutdown.add('the listener', listener.drain)
  const clicks = openClickCounter(join(env().DATA_DIR, 'clicks'))
  shutdown.add('the counting of clicks', clicks.close)
  const site = { next: app.getRequestHandler(), dev, clicks, jobsRunning: jobs.running }
  listener.answerWith((request, response) => handleRequest(site, request, response))
  // Readers needn't wait for it, and after an upgrade it may take a minute.
  const indexing = indexArchive(shutdown.signal).catch((error) => logError(error, { indexing: true }))
  shutdown.add('the index of the archive', async () => void (await indexing))
  await announce()
}

/**
 * Runs the server until a signal ends it.
 * @throws EnvError, StartError when it can't start; what had begun is ended
 */
export async function serve({ dev }: { dev: boolean }): Promise<void> {
  const shutdown = prepareShutdown()
  // One failed promise must not end the answers to everybody else.
  process.on('unhandledRejection', (error) => logError(error, { unhandled: true }))
  try {
    await start(dev, shutdown)
  } catch (error) {
    await shutdown.end()
    throw error
  }
}
