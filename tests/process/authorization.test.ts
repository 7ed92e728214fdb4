import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeToken } from '@/lib/accounts/commands/make-token'
import type { TokenKind } from '@/lib/accounts/schema'
import { closeDb, db } from '@/lib/db/db'
import { setEnv } from '@/lib/env/env'
import { type EmbeddedDatabase, joinEmbeddedPostgres } from '@/lib/postgres/embedded'
import { makePerson, makeSession } from '@/lib/testing/actors'
import { makeDraft } from '@/lib/testing/issues'
import { relaxDurability } from '@/lib/testing/relax-durability'
import { accountRows } from './authorization/account-rows'
import { captureRows } from './authorization/capture-rows'
import { discoverRoutes } from './authorization/discover'
import { findingRows } from './authorization/finding-rows'
import { imageRows } from './authorization/image-rows'
import { clearingRows } from './authorization/inventory-rows'
import { issueRows, readerRows } from './authorization/issue-rows'
import { pageRows } from './authorization/page-rows'
import { everybody, makeVisitor, type Visitor } from './authorization/people'
import { reportRows } from './authorization/report-rows'
import { type Call, expectedStatuses, isAllowed, type Row, sentTo, whoMay } from './authorization/row'
import { inventoryRows, slotRows } from './authorization/slot-rows'
import { storefrontRows } from './authorization/storefront-rows'
import { freePort, launch, type Program, removeInstallation } from './program'

/** What each address asks of whoever comes. A new one is named here, or the first test fails. */
const rows: Record<string, Row> = {
  ...accountRows,
  ...issueRows,
  ...readerRows,
  ...findingRows,
  ...slotRows,
  ...imageRows,
  ...inventoryRows,
  ...clearingRows,
  ...reportRows,
  ...storefrontRows,
  ...captureRows,
  ...pageRows,
}
const routes = discoverRoutes().filter((route) => route in rows)
const isWrite = (route: string) => /^(?:POST|PUT|PATCH|DELETE) /.test(route)
const isPage = (route: string) => !route.includes('/api/')

let program: Program
let embedded: EmbeddedDatabase
let origin: string
let dataDir: string

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'gleaner-matrix-'))
  chmodSync(dataDir, 0o711)
  const port = await freePort()
  origin = `http://localhost:${port}`
  program = launch(['start'], { env: { DATA_DIR: dataDir, PORT: String(port) } })
  await program.ready()
  setEnv({ DATA_DIR: dataDir, APP_URL: origin })
  embedded = await joinEmbeddedPostgres(dataDir)
  setEnv({ DATABASE_URL: embedded.url, DIRECT_DATABASE_URL: embedded.url })
  await relaxDurability()
})
afterAll(async () => {
  await closeDb()
  await embedded.leave()
  program.npm.kill('SIGTERM')
  await program.ended()
  removeInstallation(dataDir)
})

async function beginAnew(): Promise<void> {
  // Limits are tried elsewhere; here everybody comes from one machine.
  await db().rateLimit.deleteMany()
  // Whoever came before has left, or each of hundreds of editors would be mailed what every later case does.
  await db().user.updateMany({ where: { disabledAt: null }, data: { disabledAt: new Date() } })
}

function addressOf(route: string, row: Row, params: Record<string, string> = {}): string {
  const path = row.path ?? route.slice(route.indexOf(' ') + 1)
  return origin + path.replace(/\[([^\]]+)\]/g, (_, name) => params[name] ?? randomUUID())
}

function bodyOf(fields: Record<string, unknown>, { image }: Call) {
  if (!image) return { type: { 'content-type': 'application/json' }, body: JSON.stringify(fields) }
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, String(value))
  body.append('image', new File([image], 'image.png'))
  return { type: {}, body }
}

async function visit(route: string, { cookie }: Visitor, call: Call, sentFrom = origin): Promise<Response> {
  const row = rows[route] as Row
  const { type, body } = bodyOf({ ...call.body, ...(row.bare ? {} : { commandId: randomUUID() }) }, call)
  return fetch(addressOf(route, row, call.params), {
    method: route.slice(0, route.indexOf(' ')),
    redirect: 'manual',
    headers: { cookie, ...(isWrite(route) ? { ...type, origin: sentFrom } : {}), ...call.headers },
    ...(isWrite(route) ? { body } : {}),
  })
}

it('every address is in the table, and none that is gone', () => {
  expect(Object.keys(rows).sort()).toEqual(discoverRoutes())
})

// All who ask for one address ask at once, one address after another.
describe.each(routes)('%s', (route) => {
  beforeAll(beginAnew)
  const row = rows[route] as Row
  const ask = row.single ? it : it.concurrent
  const call = async (visitor: Visitor): Promise<Call> =>
    (await row.make?.(visitor.actor, visitor.sponsorId)) ?? {}

  ask.each(everybody)('asked by: %s', async (who) => {
    const visitor = await makeVisitor(who)
    const answer = await visit(route, visitor, await call(visitor))
    const body = await answer.text()
    expect(expectedStatuses(row, who, isPage(route)), body.slice(0, 300)).toContain(answer.status)
    if (answer.status === 307 && !isAllowed(row, who)) {
      const to = new URL(answer.headers.get('location') ?? '', origin)
      expect(to.origin + to.pathname).toBe(origin + sentTo(row, who))
    }
  })

  if (isWrite(route) && !row.anyOrigin)
    ask('refuses what another site sent', async () => {
      const owner = await makeVisitor('OWNER')
      const made = await call(owner)
      for (const sentFrom of ['https://evil.example', 'null', '', origin.replace('localhost', '127.0.0.1')]) {
        const answer = await visit(route, owner, made, sentFrom)
        expect(await answer.json()).toMatchObject({ error: { code: 'origin' } })
        expect(answer.status).toBe(403)
      }
    })

  if (/\[\w*id\]/i.test(route))
    ask('finds nothing under an id that is not there, or is none', async () => {
      const owner = await makeVisitor(whoMay(row))
      const { params = {}, ...rest } = await call(owner)
      for (const id of [randomUUID(), 'none', '1', '%00', '..%2f']) {
        const foreign = Object.fromEntries(Object.keys(params).map((name) => [name, id]))
        const answer = await visit(route, owner, { ...rest, params: foreign })
        expect([400, 404]).toContain(answer.status)
      }
    })
})

it('a program is let in by its token alone, never by a cookie', async () => {
  const answer = await visit('POST /api/capture', await makeVisitor('OWNER'), {
    body: { url: 'https://example.org/' },
  })
  expect(answer.status).toBe(401)
})

it('a draft’s text is open to a token that was made for drafts, and to no other', async () => {
  const { id: issueId } = await makeDraft()
  const robin = await makePerson('EDITOR')
  const ask = async (method: 'GET' | 'PUT', kind: TokenKind, more: RequestInit = {}) => {
    const { token } = await makeToken(robin, { kind, name: 'Editor' })
    // The session of an owner comes along, and doesn’t help.
    const { cookie } = await makeVisitor('OWNER')
    const headers = { cookie, authorization: `Bearer ${token}`, 'content-type': 'text/markdown' }
    return fetch(`${origin}/api/issues/${issueId}/draft.md`, { method, headers, ...more })
  }
  const taken = await ask('GET', 'DRAFT')
  const body = await taken.text()
  expect([taken.status, taken.headers.get('etag')]).toEqual([200, expect.stringMatching(/^"/)])
  expect((await ask('PUT', 'DRAFT', { body })).status).toBe(200)
  for (const kind of ['CAPTURE', 'INBOX_FEED'] as const)
    expect([(await ask('GET', kind)).status, (await ask('PUT', kind, { body })).status]).toEqual([401, 401])
})

it('another’s session can’t be ended, nor seen to be there', async () => {
  const route = 'POST /api/sessions/[sessionId]/revoke'
  const sessionId = await makeSession((await makePerson('OWNER')).id)
  for (const who of ['SPONSOR', 'EDITOR'] as const) {
    const answer = await visit(route, await makeVisitor(who), { params: { sessionId } })
    const nothing = await visit(route, await makeVisitor(who), { params: { sessionId: randomUUID() } })
    expect(answer.status).toBe(404)
    expect(await answer.text()).toBe(await nothing.text())
  }
})
