import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import next from 'next'
import { indexArchive } from '@/lib/archive/commands/index-archive'
import { env } from '@/lib/env/env'
import { exportForNextAuth } from '@/lib/env/secrets'
import { noticeRestore } from '@/lib/installation/commands/notice-restore'
import { logError } from '@/lib/log/log'
import { setHearing } from '@/lib/publication/reader-state'
import { seedInstance } from '@/prisma/seed'
import { announce } from './announce'
import { listenToGenerations } from './cache/listen'
import { PageCache } from './cache/page-cache'
import { Standing } from './cache/standing'
import { openClickCounter } from './clicks/click-counter'
import { DeskHub } from './desk/desk-hub'
import type { Site } from './http/exchange'
import { handleRequest } from './http/handle-request'
import { type Listener, listen } from './http/listener'
import { openInstance } from './instance/open-instance'
import { runJobs } from './jobs/run-jobs'
import { type Make, make as makeHere } from './reader/makers'
import { prepareShutdown, type Shutdown } from './shutdown'

const MB = 1024 * 1024
/** How long the start waits for news of other servers' publications, in ms; after that it is said to be ready without. */
const NEWS_LIMIT_MS = 10_000

/** `make`: makes readers' pages in place of the code that was built; for developing. */
type Serving = { dev: boolean; make?: Make }

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

/** What is published, known from now on, also to what this process publishes itself. */
async function openStanding(shutdown: Shutdown, desk: DeskHub) {
  const standing = new Standing()
  await standing.read()
  setHearing((generation) => standing.hear(generation))
  const { hears, begun, close } = listenToGenerations(standing, [desk])
  shutdown.add('the listening', close)
  return { standing, hears, begun }
}

async function start({ dev, make = makeHere }: Serving, shutdown: Shutdown): Promise<void> {
  const listener = await listen(env().PORT)
  const opening = openInstance(shutdown.signal)
  // Before it is open: a signal may come while Postgres starts. What could not be opened is closed already.
  const close = async () => (await opening.catch(() => null))?.close()
  shutdown.add('the database', close)
  await opening
  // Before anything is sent or goes out.
  await noticeRestore()
  await seedInstance()
  exportForNextAuth()
  const app = await prepareNext(dev, listener, shutdown)
  const jobs = await runJobs()
  shutdown.add('the jobs', jobs.stop)
  shutdown.add('the listener', listener.drain)
  const clicks = openClickCounter(join(env().DATA_DIR, 'clicks'))
  shutdown.add('the counting of clicks', clicks.close)
  const desk = new DeskHub()
  const { standing, hears, begun } = await openStanding(shutdown, desk)
  // Before the listener, which waits for whoever is being answered.
  shutdown.add('the open desks', () => desk.close())
  // While developing, a page is what its code says now.
  const cache = new PageCache(standing, dev ? 0 : env().CACHE_MB * MB, hears)
  const next = app.getRequestHandler()
  const site: Site = { next, make, dev, clicks, standing, cache, desk, jobsRunning: jobs.running, hears }
  listener.answerWith((request, response) => handleRequest(site, request, response))
  // Readers needn't wait for it, and after an upgrade it may take a minute.
  const indexing = indexArchive(shutdown.signal).catch((error) => logError(error, { indexing: true }))
  shutdown.add('the index of the archive', async () => void (await indexing))
  // Who waits for the line that says so finds it true of `/api/ready` too.
  await Promise.race([begun, pause(NEWS_LIMIT_MS, undefined, { ref: false })])
  await announce()
}

/**
 * Runs the server until a signal ends it.
 * @throws EnvError, StartError when it can't start; what had begun is ended
 */
export async function serve(serving: Serving): Promise<void> {
  const shutdown = prepareShutdown()
  // One failed promise must not end the answers to everybody else.
  process.on('unhandledRejection', (error) => logError(error, { unhandled: true }))
  try {
    await start(serving, shutdown)
  } catch (error) {
    await shutdown.end()
    throw error
  }
}
