import type { RequestListener, ServerResponse } from 'node:http'
import { createServer } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { type LocalSite, type LocalSiteOptions, startSite } from '@/lib/testing/local-site'
import { fetchOutgoing, type OutgoingOptions } from './fetch-outgoing'

const MB = 1024 * 1024
let sites: LocalSite[] = []
afterEach(async () => {
  for (const site of sites) await site.close()
  sites = []
})

async function open(answer: RequestListener, options?: LocalSiteOptions) {
  const site = await startSite(answer, options)
  sites.push(site)
  const scheme = options?.secure ? 'https' : 'http'
  const at = (path: string, host = 'acme.test') => `${scheme}://${host}:${site.port}${path}`
  const get = (path: string, more: OutgoingOptions = {}) =>
    fetchOutgoing(at(path), { network: site.network, ...more })
  return { site, at, get }
}

const redirect = (response: ServerResponse, to: string, status = 302) =>
  response.writeHead(status, { location: to }).end('moved')

describe('an answer', () => {
  test('comes with its status, headers, body and address', async () => {
    const { get, at } = await open((request, response) => {
      response.writeHead(404, { 'x-host': request.headers.host ?? '' }).end(`no ${request.url}`)
    })
    const { body, headers, ...rest } = await get('/a?b#c')
    expect(rest).toEqual({
      url: at('/a?b#c'),
      status: 404,
      cut: null,
      redirects: [],
      certificateExpiresAt: null,
    })
    expect(body.toString()).toBe('no /a?b')
    expect(headers['x-host']).toMatch(/^acme\.test:/)
  })

  test.each([301, 302, 303, 307, 308])('is followed through a %i', async (status) => {
    const { get, at } = await open((request, response) =>
      request.url === '/old' ? redirect(response, 'new', status) : response.end('here'),
    )
    const answer = await get('/old')
    expect(answer).toMatchObject({ url: at('/new'), status: 200, redirects: [{ url: at('/old'), status }] })
    expect(answer.body.toString()).toBe('here')
  })

  test('sends no cookie that a redirect set, and no referrer', async () => {
    const { get } = await open((request, response) => {
      if (request.url === '/') response.writeHead(302, { location: '/next', 'set-cookie': 'a=b' }).end()
      else response.end(JSON.stringify(request.headers))
    })
    const headers = JSON.parse((await get('/')).body.toString())
    expect(Object.keys(headers).sort()).toEqual(
      ['accept', 'accept-encoding', 'connection', 'host', 'user-agent'].sort(),
    )
  })

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('is decompressed: %s', async (encoding, compress) => {
    const { get } = await open((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(compress('hello'))
    })
    expect((await get('/')).body.toString()).toBe('hello')
  })

  test('of https says when the certificate ends', async () => {
    const { get } = await open((_request, response) => response.end('safe'), { secure: true })
    expect((await get('/')).certificateExpiresAt?.getUTCFullYear()).toBe(2126)
  })
})

describe('what is cut', () => {
  test('a huge body, at 5 MB', async () => {
    const { get } = await open((_request, response) => {
      response.end(Buffer.alloc(20 * MB, 'a'))
    })
    const { body, cut } = await get('/')
    expect([body.length, cut]).toEqual([5 * MB, 'size'])
  })

  test('a gzip bomb, at 5 MB, without holding more', async () => {
    const bomb = gzipSync(Buffer.alloc(300 * MB), { level: 9 })
    const { get } = await open((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)
    })
    const before = process.memoryUsage().rss
    const { body, cut } = await get('/')
    expect([body.length, cut]).toEqual([5 * MB, 'size'])
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * MB)
  })

  test('a body without end', async () => {
    const { get } = await open((_request, response) => {
      const more = () => {
        while (response.write(Buffer.alloc(MB)));
      }
      response.on('drain', more)
      more()
    })
    expect((await get('/', { maxBytes: 1000 })).cut).toBe('size')
  })

  test('a body of one byte now and then, when the time is over', async () => {
    const { get } = await open((_request, response) => {
      response.write('slowly')
      const timer = setInterval(() => response.write('.'), 20)
      response.on('close', () => clearInterval(timer))
    })
    const { body, cut, status } = await get('/', { limitMs: 2_000 })
    expect([status, cut]).toEqual([200, 'time'])
    expect(body.toString()).toMatch(/^slowly/)
  })

  test('a body that breaks off, an encoding that is spoilt, and one that was not asked for', async () => {
    const { get } = await open((request, response) => {
      if (request.url === '/off') {
        response.writeHead(200, { 'content-length': 100 })
        response.write('half', () => response.destroy())
      } else if (request.url === '/spoilt') response.writeHead(200, { 'content-encoding': 'gzip' }).end('no')
      else response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(gzipSync(gzipSync('x')))
    })
    expect(await get('/off')).toMatchObject({ cut: 'broken' })
    expect(await get('/spoilt')).toMatchObject({ cut: 'broken' })
    expect(await get('/layers')).toMatchObject({ cut: 'encoding', status: 200 })
  })
})

describe('no answer', () => {
  test('from a redirect loop, after five', async () => {
    const { get, site } = await open((_request, response) => redirect(response, '/again'))
    await expect(get('/')).rejects.toMatchObject({ code: 'invalid', reason: 'redirects' })
    expect(site.connections()).toBe(6)
  })

  test('comes in time: neither from a server that keeps silent nor from a name server that does', async () => {
    const { get, site } = await open(() => undefined)
    await expect(get('/', { limitMs: 200 })).rejects.toMatchObject({ reason: 'timeout' })
    const silent = { ...site.network, resolve: () => new Promise<never>(() => undefined) }
    await expect(get('/', { limitMs: 200, network: silent })).rejects.toMatchObject({ reason: 'timeout' })
  })

  test('comes in time from a server that redirects slowly', async () => {
    const { get } = await open((_request, response) => {
      setTimeout(() => redirect(response, '/more'), 150)
    })
    await expect(get('/', { limitMs: 400 })).rejects.toMatchObject({ reason: 'timeout' })
  })

  test('from a port where nothing listens, a name that is not there, a net that is down', async () => {
    const { get, site } = await open(() => undefined)
    const failing = (code: string) => ({
      network: { ...site.network, resolve: () => Promise.reject(Object.assign(new Error(code), { code })) },
    })
    await expect(get('/', failing('ENOTFOUND'))).rejects.toMatchObject({ reason: 'unknown_host' })
    await expect(get('/', failing('EAI_AGAIN'))).rejects.toMatchObject({ reason: 'offline' })
    await site.close()
    await expect(get('/')).rejects.toMatchObject({ reason: 'connection' })
    sites = []
  })

  test('from a certificate that nobody vouches for, or of another name', async () => {
    const { get, site, at } = await open((_request, response) => response.end(), { secure: true })
    const { ca: _ca, ...usual } = site.network
    await expect(get('/', { network: usual })).rejects.toMatchObject({ reason: 'certificate' })
    const other = fetchOutgoing(at('/', 'wrong.test'), { network: site.network })
    await expect(other).rejects.toMatchObject({ reason: 'certificate' })
  })

  test('from what speaks no HTTP', async () => {
    const server = createServer((socket) => socket.end('SSH-2.0-x\r\n'))
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as { port: number }
    const { site } = await open(() => undefined)
    const network = { ...site.network, allows: () => true }
    await expect(fetchOutgoing(`http://acme.test:${port}/`, { network })).rejects.toMatchObject({
      reason: 'protocol',
    })
    server.close()
  })
})

describe('an address that is not allowed', () => {
  test('is not asked, written or resolved, alone or beside one that is', async () => {
    const { site } = await open((_request, response) => response.end())
    const { port } = site
    await expect(fetchOutgoing(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({ reason: 'refused' })
    const refused = { address: '127.0.0.1', family: 4 }
    const allows = (address: string) => address !== '127.0.0.1'
    for (const found of [[refused], [{ address: '127.0.0.2', family: 4 }, refused]]) {
      const network = { allows, resolve: async () => found }
      await expect(fetchOutgoing(`http://acme.test:${port}/`, { network })).rejects.toMatchObject({
        reason: 'refused',
      })
    }
    expect(site.connections()).toBe(0)
  })

  test('is not asked when a redirect leads to it, or to another scheme', async () => {
    const inner = await open((_request, response) => response.end('secret'))
    const { get } = await open((request, response) =>
      redirect(response, request.url === '/ftp' ? 'ftp://a.test/' : `http://127.0.0.1:${inner.site.port}/`),
    )
    await expect(get('/')).rejects.toMatchObject({ reason: 'refused' })
    await expect(get('/ftp')).rejects.toMatchObject({ reason: 'address' })
    expect(inner.site.connections()).toBe(0)
  })
})
