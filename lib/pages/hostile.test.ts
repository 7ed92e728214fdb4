import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { captureAddressProblem } from '@/lib/captures/schema'
import { db } from '@/lib/db/db'
import { readPageOf } from '@/lib/jobs/read-page-of'
import { corpusFiles } from '@/lib/testing/corpus'
import { makePublication } from '@/lib/testing/issues'
import { type LocalSite, startSite } from '@/lib/testing/local-site'
import { testDatabase } from '@/lib/testing/test-database'

const MB = 1024 * 1024
const database = testDatabase()
let site: LocalSite
/** Stands where an attacker would have us look: a service of this machine. */
let inner: LocalSite
const pages = new Map(
  corpusFiles('hostile/unfurl', /./).map((file) => [`/${encodeURIComponent(basename(file))}`, file]),
)
const bomb = gzipSync(Buffer.alloc(100 * MB, '<p>x'))

beforeAll(async () => {
  inner = await startSite((_request, response) => response.end('<title>Secret</title>'))
  site = await startSite((request, response) => {
    const path = request.url ?? ''
    const file = pages.get(path)
    if (file) {
      const type = file.endsWith('.json')
        ? 'application/json'
        : file.endsWith('.xml')
          ? 'text/xml'
          : 'text/html'
      response.setHeader('content-type', type).end(readFileSync(file))
    } else if (path === '/bomb') {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(bomb)
    } else if (path === '/huge') {
      response.setHeader('content-type', 'text/html').end(`<title>Huge</title>${'<p>x'.repeat(5 * MB)}`)
    } else if (path.startsWith('/hop/')) {
      const next = Number(path.slice(5)) - 1
      if (next < 0) response.setHeader('content-type', 'text/html').end('<title>There</title>')
      else response.writeHead(307, { location: `/hop/${next}` }).end()
    } else if (path.startsWith('/to-inside')) {
      const location = `http://${path.endsWith('name') ? 'inside.test' : '127.0.0.1'}:${inner.port}/`
      response.writeHead(302, { location }).end()
    } else if (path === '/refresh-inside') {
      const content = `0;url=http://127.0.0.1:${inner.port}/`
      response.setHeader('content-type', 'text/html').end(`<meta http-equiv=refresh content="${content}">`)
    } else if (path === '/oembed-inside') {
      const href = `http://127.0.0.1:${inner.port}/`
      const link = `<link rel=alternate type=application/json+oembed href="${href}">`
      response.setHeader('content-type', 'text/html').end(link + 'words '.repeat(300))
    } else response.writeHead(404).end()
  })
})
afterAll(async () => {
  await site.close()
  await inner.close()
})
beforeEach(async () => {
  await database.empty()
  await makePublication()
})

const at = (path: string, host = 'acme.test') => `http://${host}:${site.port}${path}`
const network = () => ({
  ...site.network,
  // What a rebinding name server does: the name is checked by what it is connected to, so the second answer gains nothing.
  resolve: async (host: string) =>
    host === 'inside.test' ? [{ address: '127.0.0.2', family: 4 }] : [{ address: '127.0.0.1', family: 4 }],
})
const read = (address: string) => readPageOf({ address }, { network: network(), pauseMs: 0 })
const found = () => db().linkPage.findFirst()

describe('what a page can do to whoever looks at it', () => {
  test.each<[string, object]>([
    ['/bomb', { outcome: 'OK', message: expect.stringContaining('only its beginning') }],
    ['/huge', { title: 'Huge' }],
    ['/hop/5', { title: 'There', outcome: 'MOVED' }],
    ['/hop/6', { outcome: 'UNSURE', status: null }],
    ['/to-inside-by-address', { outcome: 'DEAD', status: null }],
    ['/to-inside-by-name', { outcome: 'DEAD', status: null }],
    ['/refresh-inside', { outcome: 'DEAD', status: null }],
    ['/oembed-inside', { outcome: 'OK', title: '' }],
  ])('%s', async (path, expected) => {
    await read(at(path))
    expect(await found()).toMatchObject({ message: expect.stringMatching(/\w{3}.*\./), ...expected })
    expect(inner.connections()).toBe(0)
  })
  test.each([...pages.keys()])('%s is looked at and kept', async (path) => {
    await read(at(path))
    expect(await found()).toMatchObject({ message: expect.stringMatching(/\w{3}.*\./) })
  })
})

const own = [
  'http://127.1/',
  'http://0x7f000001/',
  'http://[::ffff:127.0.0.1]/',
  'http://localhost./',
  'file:///etc/passwd',
]
const listed = corpusFiles('hostile', /^ssrf-targets\.txt$/)
  .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t')[0] ?? '')

test.each([...own, ...listed])(
  '“%s” is never asked: it is refused when added, or kept as dead with the reason',
  async (target) => {
    await readPageOf({ address: target }, { pauseMs: 0 })
    const page = await found()
    const refused = captureAddressProblem(target)
    if (page)
      expect(page).toMatchObject({
        outcome: 'DEAD',
        status: null,
        title: '',
        message: expect.stringMatching(/\./),
      })
    else expect(refused).toMatch(/\./)
  },
)
