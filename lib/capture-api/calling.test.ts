import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { OPTIONS, POST } from '@/app/api/capture/route'
import { makeToken } from '@/lib/accounts/commands/make-token'
import { revokeToken } from '@/lib/accounts/commands/revoke-token'
import type { UserActor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { setEnv } from '@/lib/env/env'
import { makePerson } from '@/lib/testing/actors'
import { makeCapture } from '@/lib/testing/captures'
import { testDatabase } from '@/lib/testing/test-database'
import { describeApi } from './describe-api'
import { bringLimit } from './schema'

const database = testDatabase()
beforeAll(() => setEnv({ APP_URL: 'https://news.example' }))
let robin: UserActor
let token: string
let tokenId: string
beforeEach(async () => {
  await database.empty()
  robin = await makePerson('EDITOR')
  ;({ token, id: tokenId } = await makeToken(robin, { kind: 'CAPTURE', name: 'Phone' }))
})

const { schemas } = describeApi('https://news.example').components
const ajv = addFormats.default(new Ajv2020())
const [isBrought, isFailure] = [ajv.compile(schemas.Brought), ajv.compile(schemas.Failure)]

type Sent = { body: BodyInit; type?: string | null; bearer?: string | null; headers?: Record<string, string> }

/** Calls as a program does, and holds the answer to what the description says of it. */
async function call({ body, type = 'application/json', bearer = token, headers = {} }: Sent) {
  const given = { ...headers, ...(type ? { 'content-type': type } : {}) }
  const authorization = bearer === null ? {} : { authorization: `Bearer ${bearer}` }
  const request = new Request('https://news.example/api/capture', {
    method: 'POST',
    headers: { ...given, ...authorization },
    body,
  })
  const response = await POST(request)
  const answer = await response.json()
  expect((response.ok ? isBrought : isFailure)(answer), JSON.stringify(answer)).toBe(true)
  return { status: response.status, answer, headers: response.headers }
}
const bring = (texts: Record<string, unknown>, more: Partial<Sent> = {}) =>
  call({ body: JSON.stringify(texts), ...more })

describe('a call with a token', () => {
  it('brings a link in its person’s name, as JSON and as a form', async () => {
    const sent = { url: 'https://example.org/1', title: 'One', selection: 'Said.', note: 'Look.', via: 'Kim' }
    expect(await bring(sent)).toMatchObject({
      status: 201,
      answer: { status: 'added', url: sent.url, inbox: 'https://news.example/admin/inbox' },
    })
    const form = await call({
      body: new URLSearchParams({ url: 'https://example.org/2', note: 'a\r\nb' }).toString(),
      type: 'application/x-www-form-urlencoded; charset=utf-8',
    })
    expect(form.status).toBe(201)
    expect(await db().capture.findMany({ orderBy: { url: 'asc' } })).toMatchObject([
      { title: 'One', quote: 'Said.', note: 'Look.', via: 'Kim', source: 'API', capturedById: robin.id },
      { url: 'https://example.org/2', note: 'a\nb' },
    ])
    expect(await db().auditEvent.count({ where: { action: 'capture', actorId: robin.id } })).toBe(2)
  })

  it('repeated under its id adds nothing, nor does an address that waits', async () => {
    const once = { url: 'https://example.org/1', note: 'Look.', commandId: randomUUID() }
    const [first, second] = [await bring(once), await bring(once)]
    expect([first.status, second.status]).toEqual([201, 200])
    expect(second.answer).toMatchObject({ id: first.answer.id, status: 'known' })
    const id = await makeCapture({ url: 'https://example.org/2' })
    expect(await bring({ url: 'https://example.org/2' })).toMatchObject({ status: 200, answer: { id } })
    const variant = 'http://www.example.org/2/?utm_source=x'
    expect(await bring({ url: variant })).toMatchObject({ status: 200, answer: { id, status: 'known' } })
    expect((await bring({ url: variant, note: 'More.' })).status).toBe(201)
  })

  it('is told what was wrong with it, field by field', async () => {
    for (const [url, message] of [
      ['hhttps://example.org', /can’t follow “hhttps:”/],
      ['http://square space', /no spaces/],
      [`https://example.org/${'x'.repeat(4000)}`, /4,020 characters/],
      ['http://localhost/', /not a public host/],
      ['http://127.0.0.1/', /not a public host/],
    ] as const) {
      const { status, answer } = await bring({ url })
      expect([status, answer.error.code]).toEqual([422, 'invalid'])
      expect(answer.error.fields.url).toMatch(message)
    }
    expect((await bring({ url: 'https://example.org/', quote: 'x'.repeat(65_537) })).status).toBe(422)
    expect((await bring({ url: 'https://example.org/', source: 'STUDIO' })).status).toBe(422)
    expect((await call({ body: '{' })).status).toBe(422)
    expect((await bring({ url: 'https://example.org/', quote: 'x'.repeat(5_000_000) })).status).toBe(413)
    expect((await call({ body: 'https://example.org', type: 'text/plain' })).status).toBe(415)
    expect(await db().capture.count()).toBe(0)
  })

  it('is slowed down', async () => {
    const key = (await bring({ url: 'https://example.org/' })) && (await db().rateLimit.findFirstOrThrow())
    await db().rateLimit.update({ where: { key: key.key }, data: { count: bringLimit.limit } })
    const { status, headers } = await bring({ url: 'https://example.org/2' })
    expect([status, headers.get('retry-after')]).toEqual([429, '60'])
  })

  it('of any page is let through, and no cookie with it', async () => {
    const { headers } = await bring({ url: 'https://example.org/' })
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('access-control-allow-credentials')).toBeNull()
    expect(OPTIONS().headers.get('access-control-allow-headers')).toContain('authorization')
  })
})

describe('a call is turned away', () => {
  it.each([
    ['without a token', null],
    ['with none of ours', 'gleaner_nothing'],
    ['with something very long', 'x'.repeat(5000)],
  ])('%s', async (_, bearer) => {
    const { status, headers } = await bring({ url: 'https://example.org/' }, { bearer })
    expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
  })

  it('with a token that was revoked, is for the feed, or whose person left', async () => {
    const feed = await makeToken(robin, { kind: 'INBOX_FEED', name: 'Reader' })
    expect((await bring({}, { bearer: feed.token })).status).toBe(401)
    await db().user.update({ where: { id: robin.id }, data: { role: 'SPONSOR' } })
    expect((await bring({})).status).toBe(401)
    await db().user.update({ where: { id: robin.id }, data: { role: 'EDITOR', disabledAt: new Date() } })
    expect((await bring({})).status).toBe(401)
    await db().user.update({ where: { id: robin.id }, data: { disabledAt: null } })
    await revokeToken(robin, { commandId: randomUUID(), tokenId })
    const { status, answer } = await bring({})
    expect([status, answer.error.message]).toEqual([401, expect.stringContaining('was revoked')])
  })
})

describe('hosts inside a network', () => {
  const corpus = resolve(process.env.CORPUS_DIR ?? '../shared/corpus', 'hostile/ssrf-targets.txt')
  const own = [
    'http://127.1/',
    'http://0x7f000001/',
    'http://[::1]/',
    'http://10.0.0.1/',
    'http://metadata.google.internal/',
  ]
  const targets = () => {
    try {
      return readFileSync(corpus, 'utf8')
        .split('\n')
        .filter((line) => line && !line.startsWith('#'))
    } catch {
      return own
    }
  }
  it('are refused in every notation', async () => {
    await db().rateLimit.deleteMany()
    for (const target of [...own, ...targets()]) {
      const [url] = target.split('\t')
      expect([url, (await bring({ url })).status]).toEqual([url, 422])
      await db().rateLimit.deleteMany()
    }
  })
})
