import { gunzipSync } from 'node:zlib'
import { makePublication } from '@/lib/testing/issues'
import { seededRandom } from '@/rigs/random'
import type { Rig } from '@/rigs/rig'
import { type Served, serveBuilt } from '@/rigs/serve'
import { type CachingProxy, startCachingProxy } from './caching-proxy'
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

/** What a person with a session is shown, asked for through the proxy, which might keep it for strangers. */
async function readAsEditor(port: number, cookie: string, planted: Planted): Promise<void> {
  for (const id of planted.issueIds) {
    for (const path of [
      `/preview/${id}`,
      `/api/issues/${id}`,
      `/admin/issues/${id}`,
      '/',
      '/issues',
      '/icon.svg',
    ])
      await sendRaw(port, get(path, [['Cookie', cookie]]))
  }
}

/** What the proxy keeps that it must not; and that it keeps anything, or it would prove nothing. */
function judgeProxy(proxy: CachingProxy, { text }: Canaries): string[] {
  const kept = proxy.kept()
  const packed = kept.filter((entry) => entry.includes('Content-Encoding: gzip'))
  return [
    ...(kept.length > 0 ? [] : ['the proxy kept nothing at all']),
    ...kept.filter((entry) => text.isIn(entry)).map(() => 'a draft leaked into the proxy’s cache'),
    ...packed
      .filter((entry) => text.isIn(gunzipKept(entry)))
      .map(() => 'a draft leaked, packed, into the proxy’s cache'),
    ...kept.filter((entry) => /^set-cookie:/im.test(entry.toString('latin1'))).map(() => 'a cookie was kept'),
  ]
}

/** The body of a kept answer, unpacked; it stands after the head, which stands after the proxy's own words. */
function gunzipKept(entry: Buffer): Buffer {
  const end = entry.indexOf('\r\n\r\n')
  return gunzipSync(entry.subarray(end + 4))
}

async function fuzz(
  { origin, port }: Pick<Served, 'origin' | 'port'>,
  canaries: Canaries,
  planted: Planted,
  rounds: number,
) {
  const random = seededRandom(rounds)
  const breaches: string[] = []
  const statuses = new Map<number, number>()
  let bytes = 0
  let left = rounds
  const sendSome = async () => {
    while (left > 0) {
      left -= 1
      const request = randomRequest(random, planted, origin)
      const answer = await sendRaw(port, request)
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
      const proxy = await startCachingProxy(served.port)
      const through = proxy ? { origin: served.origin, port: proxy.port } : served
      if (proxy) await readAsEditor(proxy.port, await served.editorCookie(), planted)
      let kept = 0
      const fuzzed = await fuzz(through, canaries, planted, rounds)
      if (proxy) {
        await fuzz(served, canaries, planted, Math.ceil(rounds / 4)).then((direct) =>
          breaches.push(...direct.breaches),
        )
        kept = proxy.kept().length
        breaches.push(...judgeProxy(proxy, canaries))
        await proxy.stop()
      }
      breaches.push(...fuzzed.breaches)
      const after = await readPages(served, planted)
      if (before.some((page) => !page.startsWith('200 '))) breaches.push('a reader page did not answer 200')
      if (before.join() !== after.join()) breaches.push('the requests changed what readers get')
      const counts = [...fuzzed.statuses]
        .sort(([a], [b]) => a - b)
        .map(([status, count]) => `${status}: ${count}`)
      const leaked = breaches.filter((breach) => breach.includes('leaked')).length
      const by = proxy ? `through nginx, which kept ${kept} answers` : 'without nginx, which is not here'
      const figure = `${by}: ${leaked} leaks in ${Math.round(fuzzed.bytes / 1024)} KB of answers (${counts.join(', ')})`
      return { rounds, breaches, figure }
    } finally {
      await served.stop()
    }
  },
}
