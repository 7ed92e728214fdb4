import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { publishIssue } from '@/lib/publishing/commands/publish-issue'
import { withdrawIssue } from '@/lib/publishing/commands/withdraw-issue'
import { type MadeIssue, makeDraft, makePublication } from '@/lib/testing/issues'
import { openStorefront } from '@/lib/testing/storefront'
import type { Rig } from '@/rigs/rig'
import { type Served, serveBuilt } from '@/rigs/serve'
import { rigActor } from '@/rigs/workers/tasks'
import { read, readAll } from './reader'
import { type Stoppable, withStoppable } from './stoppable'

const sizes = { full: { issues: 12, servers: 2, stops: 10 }, short: { issues: 4, servers: 1, stops: 1 } }
const HEARD_WITHIN_MS = 20_000
const AWAY_MS = 3_000
/** In the headlines of the issue that is withdrawn, and nowhere else. */
const WITHDRAWN_TEXT = 'Retracted at once'

const command = () => ({ commandId: randomUUID() })

async function publish(headline: string): Promise<MadeIssue> {
  const issue = await makeDraft([headline])
  await publishIssue(rigActor, { ...command(), id: issue.id })
  return issue
}

/** Waits until a server answers as it must. @returns after how many milliseconds it did; null when it never did */
async function until(holds: () => Promise<boolean>): Promise<number | null> {
  const started = performance.now()
  while (performance.now() - started < HEARD_WITHIN_MS) {
    if (await holds()) return performance.now() - started
    await wait(5)
  }
  return null
}

type Readings = { pages: string[]; gone: string; goneItems: string[]; count: number; breaches: string[] }

/** Reads every page once, as it must be while the database is away. */
async function readOnce({ origin }: Served, readings: Readings): Promise<void> {
  for (const path of readings.pages) {
    const page = await read(origin, path)
    readings.count += 1
    const isGone = path.startsWith(readings.gone) && /^(?:[./]|$)/.test(path.slice(readings.gone.length))
    // Of an item that is gone no page was kept, nor that it is gone: with nobody to ask, nothing is said of it.
    const right = readings.goneItems.includes(path) ? [410, 503] : [isGone ? 410 : 200]
    if (!right.includes(page.status)) readings.breaches.push(`${path} answered ${page.status}`)
    if (page.body.includes(WITHDRAWN_TEXT)) readings.breaches.push(`${path} shows what was withdrawn`)
  }
}

/** Stops the database under the readers, and starts it again. */
async function stopOnce(postgres: Stoppable, servers: Served[], readings: Readings): Promise<void> {
  let reading = true
  const readers = servers.map(async (served) => {
    while (reading) await readOnce(served, readings)
  })
  await postgres.stop()
  await wait(AWAY_MS)
  reading = false
  await Promise.all(readers)
  // Whatever was under way: now, with nothing behind it.
  for (const served of servers) await readOnce(served, readings)
  await postgres.start()
}

async function readThroughStops(postgres: Stoppable, servers: Served[], size: (typeof sizes)['full']) {
  const issues: MadeIssue[] = []
  for (let number = 1; number < size.issues; number += 1) issues.push(await publish(`Story ${number}`))
  const last = await publish(WITHDRAWN_TEXT)
  const gone = `/issues/${last.slug}`
  const first = servers[0]
  if (!first) throw new Error('No server was started')
  const shows =
    ({ origin }: Served, path: string) =>
    async () =>
      (await read(origin, path)).status === 200
  for (const served of servers) await until(shows(served, gone))
  const found = await Promise.all(servers.map(({ origin }) => readAll(origin)))
  const isBlind = !(await read(first.origin, '/')).body.includes(WITHDRAWN_TEXT)
  const breaches = isBlind ? ['the front page did not show what is to be withdrawn'] : []
  const readings: Readings = {
    pages: found[0] ?? [],
    gone,
    goneItems: last.items.map((id) => `/items/${id}`),
    count: 0,
    breaches,
  }
  await withdrawIssue(rigActor, { ...command(), id: last.id })
  const isGone = ({ origin }: Served) => until(async () => (await read(origin, gone)).status === 410)
  const heard = await Promise.all(servers.map(isGone))
  // The front page showed it, and is made anew by itself; what is older and doesn't show it needn't be.
  for (const { origin } of servers)
    await until(async () => !(await read(origin, '/')).body.includes(WITHDRAWN_TEXT))
  await wait(AWAY_MS)
  for (let stop = 0; stop < size.stops; stop += 1) await stopOnce(postgres, servers, readings)
  return { ...readings, withdrawn: Math.max(...heard.map((ms) => ms ?? HEARD_WITHIN_MS)) }
}

/** Once it is back, what is published is seen as before. @returns after how many milliseconds at the last server */
async function publishAgain(servers: Served[]): Promise<number | null> {
  const { slug } = await publish('After it all')
  const seen = servers.map(({ origin }) =>
    until(async () => (await read(origin, '/')).body.includes(`/issues/${slug}`)),
  )
  const times = await Promise.all(seen)
  return times.includes(null) ? null : Math.max(...times.map((ms) => ms ?? 0))
}

export const stoppedDatabase: Rig = {
  name: 'Postgres stopped while readers read',
  bar: `Postgres stopped ${sizes.full.stops} times: every page read before still answers 200 at both servers, an issue withdrawn before answers 410 and is shown nowhere`,
  run: async ({ full }) => {
    const size = full ? sizes.full : sizes.short
    return withStoppable(async (postgres) => {
      await makePublication()
      await openStorefront()
      const servers: Served[] = []
      try {
        for (let count = 0; count < size.servers; count += 1) servers.push(await serveBuilt())
        const read = await readThroughStops(postgres, servers, size)
        const again = await publishAgain(servers)
        const { pages, count, withdrawn, breaches } = read
        if (again === null) breaches.push('what was published afterwards was never seen')
        const times = `withdrawn everywhere after ${Math.round(withdrawn)} ms, published again after ${Math.round(again ?? 0)}`
        return {
          rounds: size.stops,
          breaches,
          figure: `${count} readings of ${pages.length} pages, ${times}`,
        }
      } finally {
        for (const served of servers) await served.stop()
      }
    })
  },
}
