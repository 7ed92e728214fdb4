import { Agent, request } from 'node:http'
import { seedArchive } from '@/bench/seed'
import { memoryOf } from './process-memory'
import { type Random, seededRandom } from './random'
import type { Rig } from './rig'
import { serveBuilt } from './serve'

const sizes = { full: { issues: 3_400, views: 100_000 }, short: { issues: 40, views: 2_000 } }
const FORMS = ['', '.md', '.json']
const ADDRESSES = 10_000
const AT_ONCE = 16
const SAMPLES = 10
const MOST_MB = 350
/** From the middle of the run to its end. */
const MOST_GROWN_MB = 25
const codings = ['gzip, deflate, br, zstd', 'gzip, deflate, br', 'gzip', 'identity']

/** @returns the status */
function view(agent: Agent, port: number, path: string, coding: string): Promise<number> {
  return new Promise((done, fail) => {
    const call = request({ agent, port, path, headers: { 'accept-encoding': coding } }, (response) => {
      response.resume().once('end', () => done(response.statusCode ?? 0))
    })
    call.once('error', fail)
    call.end()
  })
}

/** Four views in five go to a tenth of the addresses, as readers do; the rest anywhere, as crawlers do. */
const choose = (random: Random, addresses: string[]) =>
  addresses[random.below(random.chance(0.8) ? addresses.length / 10 : addresses.length)] ?? '/'

export const readerMemory: Rig = {
  name: 'memory of readers’ pages',
  bar: `${sizes.full.views} views of ${ADDRESSES} addresses: under ${MOST_MB} MB, and flat`,
  run: async ({ full }) => {
    const { issues, views } = full ? sizes.full : sizes.short
    const { published } = await seedArchive(issues, 0)
    const addresses = FORMS.flatMap((form) => published.map(({ slug }) => `/issues/${slug}${form}`))
    addresses.length = Math.min(addresses.length, ADDRESSES)
    const served = await serveBuilt()
    const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
    const random = seededRandom(views)
    const samples: number[] = []
    const breaches: string[] = []
    let asked = 0
    const look = async () => {
      while (asked < views) {
        asked += 1
        if (asked % (views / SAMPLES) === 0) samples.push(memoryOf(served.pid) ?? 0)
        const path = choose(random, addresses)
        const status = await view(agent, served.port, path, random.pick(codings))
        if (status !== 200) breaches.push(`${path} answered ${status}`)
      }
    }
    try {
      const started = memoryOf(served.pid)
      await Promise.all(Array.from({ length: AT_ONCE }, look))
      const most = Math.max(...samples)
      const grown = (samples.at(-1) ?? 0) - (samples[SAMPLES / 2 - 1] ?? 0)
      if (most > MOST_MB) breaches.push(`the server takes ${most} MB`)
      if (grown > MOST_GROWN_MB) breaches.push(`it grew by ${grown} MB in the second half`)
      const figure = `${addresses.length} addresses; ${started} MB at the start, then ${samples.join(', ')}`
      return { rounds: views, breaches, figure }
    } finally {
      agent.destroy()
      await served.stop()
    }
  },
}
