import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/db'
import { setEnv } from '@/lib/env/env'
import { readImage } from '@/lib/sponsors/images/read-image'
import { makePng } from '@/lib/testing/images'
import { makeDocument, makeSponsor } from '@/lib/testing/make-document'
import { makePublishedIssue } from '@/lib/testing/published-issue'
import { makeSponsor as makeCompany } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'
import { makeSite } from '@/server/testing/make-site'
import { handleRequest } from './handle-request'

testDatabase()

let asked: { url: string; type: string } | undefined
const site = makeSite(async (request, response) => {
  asked = { url: request.url ?? '', type: String(request.headers['content-type']) }
  response.end('{}')
})

let server: Server
const ask = (path: string, init: RequestInit = {}) =>
  fetch(`http://localhost:${(server.address() as AddressInfo).port}${path}`, { redirect: 'manual', ...init })

/** An image in an issue that is published, or was, or in none. @returns its address */
async function makeImage(width: number, state: 'draft' | 'published' | 'withdrawn') {
  const { id: sponsorId } = await makeCompany()
  const image = await readImage(makePng({ width, height: 3 }))
  await db().adImage.create({ data: { ...image, sponsorId } })
  const url = `/media/${image.hash}`
  const shown = makeSponsor({ image: { url, alt: 'A field', width, height: 3 } })
  const document = makeDocument({ issue: { slug: `issue-${width}`, number: width }, sponsors: [shown] })
  const withdrawnAt = state === 'withdrawn' ? new Date() : null
  if (state !== 'draft') await makePublishedIssue(document, { withdrawnAt })
  return { url, bytes: Buffer.from(image.bytes) }
}

beforeAll(() => {
  setEnv({ APP_URL: 'https://news.example' })
  server = createServer((request, response) => void handleRequest(site, request, response)).listen(0)
})
afterAll(() => server.close())

describe('an image of a published issue', () => {
  it('is sent as it is, to be kept for good, and is a page to nobody', async () => {
    const { url, bytes } = await makeImage(5, 'published')
    const response = await ask(url)
    expect(response.status).toBe(200)
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
    const again = await ask(url, { headers: { 'if-none-match': response.headers.get('etag') ?? '' } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const head = await ask(url, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(bytes.byteLength)])
    expect((await ask(url, { method: 'POST', body: 'x' })).status).toBe(405)
  })

  it.each(['draft', 'withdrawn'] as const)('is not there when it is %s', async (state) => {
    const { url } = await makeImage(state.length + 10, state)
    const answers = await Promise.all([url, url.replace(/\w{4}$/, '0000')].map((path) => ask(path)))
    expect(answers.map(({ status }) => status)).toEqual([404, 404])
    expect(answers[0]?.headers.get('cache-control')).toBe('no-cache')
  })

  it.each(['/media/', '/media/x', '/media/..%2f', `/media/${'%27'.repeat(20)}`, '/media/a/b'])(
    'is not at %s',
    async (path) => expect((await ask(path)).status).toBe(404),
  )
})

describe('a form in parts', () => {
  const send = (path: string, size = 10) => {
    const body = new FormData()
    body.append('image', new File([new Uint8Array(size)], 'a.png'))
    asked = undefined
    return ask(path, { method: 'POST', body })
  }

  it.each(['/api/slots/x/image', '/api/portal/slots/x/image'])('is passed on to %s', async (path) => {
    expect((await send(path)).status).toBe(200)
    expect(asked).toMatchObject({ url: path, type: expect.stringContaining('multipart/form-data') })
  })

  it.each(['/api/slots/x/copy', '/api/slots/x/image/', '/api/slots/x/y/image', '/sign-in'])(
    'is not passed on to %s',
    async (path) => {
      expect([405, 415]).toContain((await send(path)).status)
      expect(asked).toBeUndefined()
    },
  )

  it('is heard out where its file is too large, but not without end', async () => {
    expect((await send('/api/slots/x/image', 8_000_000)).status).toBe(200)
    expect((await send('/api/slots/x/image', 17_000_000)).status).toBe(413)
    expect(asked).toBeUndefined()
  })
})
