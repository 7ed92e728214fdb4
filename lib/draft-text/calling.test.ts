import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { GET, PUT } from '@/app/api/issues/[issueId]/draft.md/route'
import { makeToken } from '@/lib/accounts/commands/make-token'
import type { TokenKind, UserActor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { setEnv } from '@/lib/env/env'
import { saveItem } from '@/lib/issues/commands/save-item'
import { makePerson } from '@/lib/testing/actors'
import { makeDraft, makePublication } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import { draftLimit } from './schema'

const database = testDatabase()
beforeAll(() => setEnv({ APP_URL: 'https://news.example' }))
let robin: UserActor
let token: string
let issue: Awaited<ReturnType<typeof makeDraft>>
const tokenFor = async (kind: TokenKind) => (await makeToken(robin, { kind, name: 'Editor' })).token
beforeEach(async () => {
  await database.empty()
  await makePublication()
  robin = await makePerson('EDITOR')
  token = await tokenFor('DRAFT')
  issue = await makeDraft(['First', 'Second'])
})

type Sent = { headers?: Record<string, string>; query?: string; id?: string; bearer?: string }
const call = async (
  text: string | Uint8Array<ArrayBuffer> | null,
  { headers = {}, query = '', id = issue.id, bearer }: Sent = {},
) => {
  const method = text === null ? 'GET' : 'PUT'
  const request = new Request(`https://news.example/api/issues/${id}/draft.md${query}`, {
    method,
    headers: {
      ...(text === null ? {} : { 'content-type': 'text/markdown; charset=utf-8' }),
      authorization: `Bearer ${bearer ?? token}`,
      ...headers,
    },
    ...(text === null ? {} : { body: text }),
  })
  const response = await (text === null ? GET : PUT)(request, { params: Promise.resolve({ issueId: id }) })
  const answer = await response.text()
  return { status: response.status, text: answer, etag: response.headers.get('etag') ?? '', response }
}
const take = () => call(null)
const put = (text: string | Uint8Array<ArrayBuffer>, sent?: Sent) => call(text, sent)
const errorOf = ({ text }: { text: string }) => JSON.parse(text).error
const saves = (index: number, blurb: string) =>
  saveItem(robin, {
    commandId: randomUUID(),
    id: issue.items[index] ?? '',
    version: 0,
    fields: { blurb },
  })
const blurbs = async () =>
  (await db().item.findMany({ where: { removedAt: null }, orderBy: { headline: 'asc' } })).map(
    ({ blurb }) => blurb,
  )

describe('a draft in an editor of one’s own', () => {
  it('is taken and saved back in its person’s name, and answered as it is now', async () => {
    const taken = await take()
    expect([taken.status, taken.response.headers.get('content-type')]).toEqual([
      200,
      'text/markdown; charset=utf-8',
    ])
    expect(taken.response.headers.get('cache-control')).toBe('private, no-store')
    const saved = await put(`${taken.text.replace('About First.', 'All of First.')}\n### Third\n\nNew.\n`)
    expect(saved.status).toBe(200)
    expect(saved.text).toMatch(/### Third <!-- item [0-9a-f]+ -->/)
    expect(await blurbs()).toEqual(['All of First.', 'About Second.', 'New.'])
    expect(await db().auditEvent.count({ where: { action: 'save-text', actorId: robin.id } })).toBe(1)
    // What came back is what a next save begins with: nothing is added twice.
    const again = await put(saved.text)
    expect([again.status, again.etag]).toEqual([200, saved.etag])
    expect(await blurbs()).toHaveLength(3)
  })

  it('is merged by its items with what others saved', async () => {
    const { text } = await take()
    await saves(1, 'Meanwhile.')
    expect((await put(text.replace('About First.', 'All of First.'))).status).toBe(200)
    expect(await blurbs()).toEqual(['All of First.', 'Meanwhile.'])
  })

  it('is refused where both changed the same words, unless the call says whose stand', async () => {
    const { text } = await take()
    await saves(0, 'Meanwhile.')
    const mine = text.replace('About First.', 'All of First.')
    const refused = await put(mine)
    expect(refused.status).toBe(412)
    expect(errorOf(refused)).toMatchObject({
      code: 'changed',
      message: expect.stringMatching(/First.*prefer=yours/),
      detail: { clashes: [{ yours: 'All of First.', theirs: 'Meanwhile.' }] },
    })
    expect(await blurbs()).toEqual(['Meanwhile.', 'About Second.'])
    expect((await put(mine, { query: '?prefer=theirs' })).status).toBe(200)
    expect(await blurbs()).toEqual(['Meanwhile.', 'About Second.'])
    expect((await put(mine, { query: '?prefer=yours' })).status).toBe(200)
    expect(await blurbs()).toEqual(['All of First.', 'About Second.'])
    expect((await put(mine, { query: '?prefer=mine' })).status).toBe(422)
  })

  it('with If-Match is saved only over the very draft that was taken', async () => {
    const { text, etag } = await take()
    expect((await take()).etag).toBe(etag)
    expect(etag).toMatch(/^"[\w-]+"$/)
    await saves(1, 'Meanwhile.')
    const mine = text.replace('About First.', 'All of First.')
    const refused = await put(mine, { headers: { 'if-match': etag } })
    expect([refused.status, errorOf(refused).message]).toEqual([412, expect.stringMatching(/If-Match/)])
    expect(await blurbs()).toEqual(['About First.', 'Meanwhile.'])
    const now = (await take()).etag
    expect(now).not.toBe(etag)
    // A proxy that compresses makes the tag a weak one.
    expect((await put(mine, { headers: { 'if-match': `"other", W/${now}` } })).status).toBe(200)
    expect((await put(mine, { headers: { 'if-match': '*' } })).status).toBe(200)
  })

  it('sent again under its key adds nothing', async () => {
    const { text, etag } = await take()
    const sent = { headers: { 'idempotency-key': randomUUID(), 'if-match': etag } }
    const longer = `${text}\n### Third\n\nNew.\n`
    const [first, second] = [await put(longer, sent), await put(longer, sent)]
    expect([first.status, second.status, second.etag]).toEqual([200, 200, first.etag])
    expect(await blurbs()).toHaveLength(3)
    expect((await put(longer, { headers: { 'idempotency-key': 'once' } })).status).toBe(422)
  })

  it('sent under a key that was used for another text, or another draft, is saved all the same', async () => {
    const headers = { 'idempotency-key': randomUUID() }
    const { text } = await put((await take()).text.replace('About First.', 'All of First.'), { headers })
    await put(text.replace('About Second.', 'All of Second.'), { headers })
    expect(await blurbs()).toEqual(['All of First.', 'All of Second.'])
    const { id } = await makeDraft(['Third'])
    const other = (await call(null, { id })).text
    await put(other.replace('About Third.', 'All of Third.'), { headers, id })
    expect(await blurbs()).toEqual(['All of First.', 'All of Second.', 'All of Third.'])
  })

  it('that can’t be read is refused, and says in which line', async () => {
    const { text } = await take()
    const refused = await put(text.replace('## ', '# Second title\n## '))
    expect([refused.status, errorOf(refused).fields.text]).toEqual([
      422,
      expect.stringMatching(/^Line \d+: /),
    ])
    expect((await put('')).status).toBe(422)
    const latin = await put(new Uint8Array(Buffer.from(text.replace('About', 'Caf\u00e9'), 'latin1')))
    expect([latin.status, errorOf(latin).fields.text]).toEqual([422, expect.stringContaining('UTF-8')])
    expect((await put(text, { headers: { 'content-type': 'text/html' } })).status).toBe(415)
    expect((await put(`${text}${'x'.repeat(2_100_000)}`)).status).toBe(413)
    expect((await put(text.replace('About', 'A\u0000bout'))).status).toBe(422)
  })
})

describe('a call is turned away', () => {
  it('not as a program’s where a proxy before the site asked for a password, which a browser sends everywhere', async () => {
    const headers = { authorization: 'Basic cm9iaW46dGlkZXM=' }
    for (const answer of [await call(null, { headers }), await put('Text', { headers })])
      expect(answer.response.headers.get('www-authenticate')).toBeNull()
  })

  it('with a token that was made for captures or the feed', async () => {
    const { text } = await take()
    for (const kind of ['CAPTURE', 'INBOX_FEED'] as const) {
      const bearer = await tokenFor(kind)
      for (const answer of [await call(null, { bearer }), await put(text, { bearer })]) {
        expect([answer.status, answer.response.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
        expect(errorOf(answer).message).toContain('opens nothing')
      }
    }
  })

  it('from a person who may not edit, and for an issue that isn’t there or is out', async () => {
    const { text } = await take()
    for (const id of [randomUUID(), 'none']) expect((await call(null, { id })).status).toBe(404)
    await db().issue.update({ where: { id: issue.id }, data: { removedAt: new Date() } })
    expect((await take()).status).toBe(404)
    expect([404, 409]).toContain((await put(text)).status)
    await db().user.update({ where: { id: robin.id }, data: { role: 'SPONSOR' } })
    expect((await take()).status).toBe(401)
  })

  it('when it comes too often', async () => {
    await take()
    await db().rateLimit.updateMany({ data: { count: draftLimit.limit } })
    const { status, response } = await take()
    expect([status, response.headers.get('retry-after')]).toEqual([429, String(draftLimit.seconds)])
  })
})
