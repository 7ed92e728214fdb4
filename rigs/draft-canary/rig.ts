import { makePublication } from '@/lib/testing/issues'
import { seededRandom } from '@/rigs/random'
import type { Rig } from '@/rigs/rig'
import { type Served, serveBuilt } from '@/rigs/serve'
import { type Canary, makeCanary } from './canary'
import { type Planted, plantCanary } from './plant'
import { type RawRequest, randomRequest } from './requests'
import { sendRaw } from './send'

const sizes = { full: 10_000, short: 400 }
const AT_ONCE = 6

/** In the texts of what readers must not see, and in its addresses, which a request may name and have echoed. */
type Canaries = { text: Canary; address: Canary }

const get = (path: string, headers: [string, string][] = []): RawRequest => ({
  method: 'GET',
  target: path,
  headers: [['Host', 'localhost'], ...headers],
  body: '',
})

/** A canary that nobody could see would prove nothing: an editor must be shown it. */
async function findBlindness(served: Served, canary: Canary, planted: Planted): Promise<string[]> {
  const cookie: [string, string] = ['Cookie', await served.editorCookie()]
  const seen: string[] = []
  for (const id of planted.issueIds) {
    const { status, bytes } = await sendRaw(served.port, get(`/api/issues/${id}`, [cookie]))
    if (status === 200 && canary.isIn(bytes)) seen.push(id)
  }
  return seen.length >= planted.issueIds.length - 1 ? [] : ['an editor is not shown the canary either']
}

async function readPages(served: Served, { published }: Planted): Promise<string[]> {
  const paths = ['/', '/issues', '/feed.xml', `/issues/${published.slug}`, `/issues/${published.slug}.json`]
  const answers = await Promise.all(paths.map((path) => sendRaw(served.port, get(path))))
  return answers.map(({ status, body }) => `${status} ${body.toString('latin1')}`)
}

const describe = ({ method, target, headers }: RawRequest) =>
  `${method} ${target} ${headers.map(([name, value]) => `${name}: ${value.slice(0, 60)}`).join(', ')}`

/** What an answer tells that it must not: a text of a draft, or an address of one that the request didn't name. */
function leaksOf({ text, address }: Canaries, request: RawRequest, answer: Buffer): string[] {
  const sent = Buffer.from(`${request.target} ${request.headers.flat().join(' ')}`)
  return [
    ...(text.isIn(answer) ? [`a draft leaked: ${describe(request)}`] : []),
    ...(address.isIn(answer) && !address.isIn(sent)
      ? [`a draft's address leaked: ${describe(request)}`]
      : []),
  ]
}

async function fuzz(served: Served, canaries: Canaries, planted: Planted, rounds: number) {
  const random = seededRandom(rounds)
  const breaches: string[] = []
  const statuses = new Map<number, number>()
  let bytes = 0
  let left = rounds
  const sendSome = async () => {
    while (left > 0) {
      left -= 1
      const request = randomRequest(random, planted, served.origin)
      const answer = await sendRaw(served.port, request)
      bytes += answer.bytes.length
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      breaches.push(...leaksOf(canaries, request, answer.bytes))
      if (answer.status >= 500 && answer.status !== 501)
        breaches.push(`${answer.status} for ${describe(request)}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, sendSome))
  return { breaches, statuses, bytes }
}

export const draftCanary: Rig = {
  name: 'draft canary',
  bar: `${sizes.full} fuzzed requests for drafts, planned, removed and withdrawn issues: not a byte of them, no 500`,
  run: async ({ full }) => {
    const rounds = full ? sizes.full : sizes.short
    await makePublication()
    const canaries = { text: makeCanary(), address: makeCanary() }
    const planted = await plantCanary(canaries.text, canaries.address)
    const served = await serveBuilt()
    try {
      const before = await readPages(served, planted)
      const breaches = await findBlindness(served, canaries.text, planted)
      const fuzzed = await fuzz(served, canaries, planted, rounds)
      breaches.push(...fuzzed.breaches)
      const after = await readPages(served, planted)
      if (before.some((page) => !page.startsWith('200 '))) breaches.push('a reader page did not answer 200')
      if (before.join() !== after.join()) breaches.push('the requests changed what readers get')
      const counts = [...fuzzed.statuses]
        .sort(([a], [b]) => a - b)
        .map(([status, count]) => `${status}: ${count}`)
      const leaked = breaches.filter((breach) => breach.includes('leaked')).length
      const figure = `${leaked} leaks in ${Math.round(fuzzed.bytes / 1024)} KB of answers (${counts.join(', ')})`
      return { rounds, breaches, figure }
    } finally {
      await served.stop()
    }
  },
}
