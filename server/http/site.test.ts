import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDb } from '@/lib/db/db'
import { pgPool } from '@/lib/db/pool'
import { env, setEnv } from '@/lib/env/env'
import { makeDocument } from '@/lib/testing/make-document'
import { makePublishedIssue } from '@/lib/testing/published-issue'
import { testDatabase } from '@/lib/testing/test-database'
import type { Asked } from '@/server/reader/made'
import { make } from '@/server/reader/makers'
import { makeSite } from '@/server/testing/make-site'
import { handleRequest } from './handle-request'

testDatabase()

/** What the server says to Next, told back by a Next that answers in its place. */
type Seen = { url: string; headers: Record<string, unknown> }
let seen: Seen | undefined

const html = '<!DOCTYPE html><html lang="en"><head></head><body><p>page</p><script>x()</script></body></html>'

async function next(request: IncomingMessage, response: ServerResponse) {
  seen = { url: request.url ?? '', headers: { ...request.headers } }
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'max-age=9' })
  response.end(html)
}

/** What a reader's page was last made of. */
let asked: Asked | undefined

const site = makeSite(next, {
  make: async (making, of) => {
    asked = of
    if (of.params.slug === 'issue-3') await withdraw('issue-3')
    if (typeof making === 'object') throw new Error('The feed is broken')
    return make(making, of)
  },
})

const withdraw = (slug: string) =>
  pgPool().query('UPDATE "ArchivedIssue" SET "withdrawnAt" = now() WHERE slug = $1', [slug])

let server: Server
let port: number
const ask = (path: string, init: RequestInit = {}) =>
  fetch(`http://localhost:${port}${path}`, { redirect: 'manual', ...init })

/** One request as bytes, for what fetch would not send. */
function askRaw(text: string): Promise<string> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('close', () => done(answer))
  })
}

beforeAll(async () => {
  setEnv({ APP_URL: 'https://news.example' })
  server = createServer((request, response) => void handleRequest(site, request, response)).listen(0)
  port = (server.address() as AddressInfo).port
  await makePublishedIssue(makeDocument({ issue: { slug: 'issue-1', number: 1 } }))
  await makePublishedIssue(makeDocument({ issue: { slug: 'issue-2', number: 2 } }), {
    withdrawnAt: new Date(),
  })
  await makePublishedIssue(makeDocument({ issue: { slug: 'issue-3', number: 3 } }))
  await makePublishedIssue(makeDocument({ issue: { slug: 'issue-4', number: 4 } }))
  await pgPool().query(
    `INSERT INTO "Redirect" VALUES ('/2016/old', '/issues/issue-1'), ('/issues/first', '/issues/issue-1')`,
  )
})
afterAll(() => server.close())

describe('a reader page', () => {
  it('has no script, and says how it may be kept', async () => {
    const response = await ask('/')
    expect(response.status).toBe(200)
    const scripts = (await response.text()).match(/<script[^>]*>/g)
    expect(new Set(scripts)).toEqual(new Set(['<script type="application/ld+json">']))
    expect(response.headers.get('content-security-policy')).toContain("script-src 'none'")
    expect(response.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    expect(response.headers.get('strict-transport-security')).not.toBeNull()
  })

  it('is made of nothing of the client but the address, and without Next', async () => {
    seen = undefined
    const headers = { cookie: 'a=b', rsc: '1', 'x-forwarded-host': 'evil.example', 'accept-language': 'xx' }
    const response = await ask('/issues/issue-1?utm=1', { headers })
    expect([asked, seen]).toEqual([{ params: { slug: 'issue-1' }, query: {} }, undefined])
    const page = await response.text()
    expect(page).toContain('<link rel="canonical" href="https://news.example/issues/issue-1"/>')
    expect(page).not.toContain('evil')
  })

  it('has a style sheet that is kept for as long as it is that one', async () => {
    const path = /href="(\/reader-[^"]+)"/.exec(await (await ask('/')).text())?.[1] ?? ''
    const response = await ask(path)
    expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(await response.text()).toContain('light-dark(')
    const etag = response.headers.get('etag') ?? ''
    expect((await ask(path, { headers: { 'if-none-match': etag } })).status).toBe(304)
    expect((await ask('/reader-0000000000.css')).status).toBe(404)
  })

  it('is not sent again to who has it', async () => {
    const etag = (await ask('/')).headers.get('etag') ?? ''
    const again = await ask('/', { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect([etag.slice(0, 3), again.headers.get('vary')]).toEqual(['W/"', 'Accept-Encoding'])
  })

  it('answers HEAD without a body, other methods not at all', async () => {
    expect(await (await ask('/', { method: 'HEAD' })).text()).toBe('')
    const posted = await ask('/', { method: 'POST', body: 'x' })
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })
})

describe('a handler', () => {
  it.each(['TRACE', 'PROPFIND'])('is not asked with %s, on which Next would fail', async (method) => {
    const line = `${method} /api/issues HTTP/1.1\r\nHost: news.example\r\nConnection: close\r\n\r\n`
    expect(await askRaw(line)).toMatch(/^HTTP\/1\.1 405 .*\r\nallow: GET, HEAD, POST/is)
  })

  it('is not sent a form in parts, which Next would take for a server action', async () => {
    seen = undefined
    const response = await ask('/api/no/such', { method: 'POST', body: new FormData() })
    expect([response.status, seen]).toEqual([415, undefined])
  })

  it('hears nothing of the router in the browser, of which a page of the studio does', async () => {
    const headers = { rsc: '1', 'next-url': '/admin' }
    await ask('/api/issues', { headers })
    expect(Object.keys(seen?.headers ?? {}).filter((name) => name in headers)).toEqual([])
    await ask('/admin', { headers })
    expect(seen?.headers).toMatchObject(headers)
  })

  it('is not a page of the studio, which can only be read', async () => {
    const response = await ask('/admin/issues', { method: 'POST', body: '{}' })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })
})

describe('what is not there', () => {
  it.each([
    ['/no/such/page', 404, 'There is no page here'],
    ['/issues/issue-9', 404, 'There is no page here'],
    ['/issues/issue-1/markdown', 404, 'There is no page here'],
    ['/issues/issue-2', 410, 'This issue was withdrawn'],
    ['/issues/issue-2.md', 410, 'This issue was withdrawn'],
    ['/issues/issue-2.json', 410, '"code":"410"'],
    ['/issues/%00', 400, 'This address is malformed'],
    ['/feed.xml', 500, 'Reference: '],
  ])('%s is answered %i in words', async (path, status, text) => {
    const response = await ask(path)
    const body = await response.text()
    expect(response.status).toBe(status)
    expect(body).toContain(text)
    expect(body).not.toContain('<script')
    if (response.headers.get('content-type')?.startsWith('text/html'))
      expect(body).toContain('<form action="/search"')
  })

  it('counts as withdrawn when that happened while the page was made', async () => {
    expect((await ask('/issues/issue-3')).status).toBe(410)
  })

  it('leads on from an old address', async () => {
    for (const path of ['/2016/old', '/issues/first']) {
      const response = await ask(path)
      expect([response.status, response.headers.get('location')]).toEqual([301, '/issues/issue-1'])
    }
    for (const form of ['.md', '.json']) {
      const response = await ask(`/issues/first${form}`)
      expect([response.status, response.headers.get('location')]).toEqual([301, `/issues/issue-1${form}`])
    }
  })

  it('is not taken for a page of what is found', async () => {
    for (const path of [
      '/items/x',
      '/topics',
      '/topics/waves',
      '/authors/x',
      '/sites/x',
      '/issues/year/2026x',
    ])
      expect((await ask(path)).status, path).toBe(404)
    expect((await ask('/issues/year/2026')).status).toBe(200)
  })
  it('takes no other server for ours', async () => {
    expect(await askRaw('GET //evil.example/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')).toContain(
      '400 Bad',
    )
    const absolute = 'GET http://evil.example/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'
    expect(await askRaw(absolute)).toContain('400 Bad')
  })
})

describe('while the database is away', () => {
  it('shows what was read before, says of the rest in words that it fails, and works again afterwards', async () => {
    const { DATABASE_URL: url = '' } = env()
    await ask('/issues/issue-1')
    await closeDb()
    setEnv({ DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nothing' })
    expect((await ask('/issues/issue-1')).status).toBe(200)
    const response = await ask('/issues/issue-4')
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '10'])
    expect(await response.text()).toContain('Reference: ')
    expect((await ask('/api/ready')).status).toBe(503)
    expect((await ask('/api/health')).status).toBe(200)
    await closeDb()
    setEnv({ DATABASE_URL: url })
    expect((await ask('/issues/issue-4')).status).toBe(200)
  })
})

describe('the studio', () => {
  it('gets a nonce of its own each time, and is never kept', async () => {
    const policies = await Promise.all([ask('/admin'), ask('/admin')])
    const nonces = policies.map(
      ({ headers }) => /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1],
    )
    expect(nonces[0]).toBeTruthy()
    expect(nonces[0]).not.toBe(nonces[1])
    expect(policies[0]?.headers.get('cache-control')).toBe('private, no-store')
  })

  it('hears our origin, whatever the client says', async () => {
    await ask('/api/issues', {
      headers: { 'x-forwarded-host': 'evil.example', 'x-middleware-subrequest': 'x', cookie: 'a=b' },
    })
    expect(seen?.headers).toMatchObject({
      host: 'news.example',
      'x-forwarded-host': 'news.example',
      cookie: 'a=b',
    })
    expect(seen?.headers).not.toHaveProperty('x-middleware-subrequest')
  })

  it('takes no body that is too large or has no length', async () => {
    const head = (line: string) =>
      `POST /api/issues HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${line}\r\n\r\n`
    expect(await askRaw(head('Content-Length: 9000000'))).toContain('413 ')
    expect(await askRaw(head('Transfer-Encoding: chunked'))).toContain('411 ')
  })

  it('frames a page without script, for the person who asks', async () => {
    const response = await ask('/preview/1', { headers: { cookie: 'a=b' } })
    expect(await response.text()).not.toContain('script')
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(seen?.headers.cookie).toBe('a=b')
  })
})
