import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { UserActor } from '@/lib/accounts/schema'
import { sealSession, sessionCookieName } from '@/lib/accounts/session-cookie'
import { db } from '@/lib/db/db'
import { pgPool } from '@/lib/db/pool'
import { moveItem } from '@/lib/issues/commands/move-item'
import { removeIssue } from '@/lib/issues/commands/remove-issue'
import { saveItem } from '@/lib/issues/commands/save-item'
import { sayWhere } from '@/lib/presence/commands/say-where'
import { makePerson, makeSession } from '@/lib/testing/actors'
import { makeDraft, makePublication } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import { type Listening, listenToGenerations } from '@/server/cache/listen'
import { Standing } from '@/server/cache/standing'
import { handleRequest } from '@/server/http/handle-request'
import { type Following, followEvents } from '@/server/testing/follow-events'
import { makeSite } from '@/server/testing/make-site'
import { DeskHub } from './desk-hub'

type Process = { hub: DeskHub; server: Server; listening: Listening; port: number }

const database = testDatabase()
let processes: Process[] = []
let followings: Following[] = []

async function startProcess(): Promise<Process> {
  const hub = new DeskHub()
  const listening = listenToGenerations(new Standing(), [hub])
  const site = makeSite(async () => undefined, { desk: hub })
  const server = createServer((request, response) => void handleRequest(site, request, response)).listen(0)
  const { port } = server.address() as AddressInfo
  await expect.poll(() => listening.hears()).toBe(true)
  return { hub, server, listening, port }
}

async function endProcess({ hub, server, listening }: Process): Promise<void> {
  await hub.close()
  await listening.close()
  server.closeAllConnections()
  server.close()
}

beforeEach(async () => {
  await database.empty()
  await makePublication()
  processes = await Promise.all([startProcess(), startProcess()])
  followings = []
})
afterEach(async () => {
  for (const following of followings) following.stop()
  await Promise.all(processes.map(endProcess))
})

const at = (index: number) => processes[index] as Process

async function follow(index: number, issueId: string, person: UserActor, view: string = randomUUID()) {
  const sessionId = await makeSession(person.id)
  const cookie = `${sessionCookieName()}=${await sealSession(sessionId)}`
  const url = `http://localhost:${at(index).port}/api/issues/${issueId}/stream?view=${view}`
  const following = await followEvents(url, cookie)
  followings.push(following)
  if (following.status === 200)
    await expect.poll(() => db().presence.count({ where: { viewId: view } })).toBe(1)
  return { ...following, sessionId, view }
}
const last = ({ heard }: Following, event: string) => heard.findLast((each) => each.event === event)?.data
const save = (actor: UserActor, id: string, headline: string) =>
  saveItem(actor, { commandId: randomUUID(), id, version: 0, fields: { headline } })

describe('a stream', () => {
  it('tells what others change, in whichever process', async () => {
    const [ada, bob] = [await makePerson('EDITOR'), await makePerson('EDITOR')]
    const { id, items, sectionId } = await makeDraft()
    const other = await makeDraft()
    const following = await follow(1, id, ada)
    expect(following.heard[0]).toEqual({ event: 'hello', data: {} })
    await save(bob, other.items[0] ?? '', 'Elsewhere')
    await save(bob, items[0] ?? '', 'Ebb')
    await expect.poll(() => last(following, 'changes')).toEqual({ rows: { [items[0] ?? '']: 1 } })
    await moveItem(bob, { commandId: randomUUID(), id: items[0] ?? '', sectionId, place: {} })
    await expect.poll(() => last(following, 'changes')).toEqual({ rows: null })
  })

  it('says who is there and in which row, to everybody but themselves', async () => {
    const [ada, bob] = [
      await makePerson('EDITOR', { name: 'Ada' }),
      await makePerson('OWNER', { name: 'Bob' }),
    ]
    const { id, items } = await makeDraft()
    const one = await follow(0, id, ada)
    const two = await follow(1, id, bob)
    await expect.poll(() => last(one, 'people')).toEqual([{ userId: bob.id, name: 'Bob', at: null }])
    await sayWhere(ada, { issueId: id, view: one.view, at: items[1] ?? null })
    await expect.poll(() => last(two, 'people')).toEqual([{ userId: ada.id, name: 'Ada', at: items[1] }])
    one.stop()
    await expect.poll(() => last(two, 'people')).toEqual([])
  })

  it('shows nobody whose process was killed', async () => {
    const [ada, bob] = [await makePerson('EDITOR'), await makePerson('EDITOR', { name: 'Bob' })]
    const { id } = await makeDraft()
    const one = await follow(0, id, ada)
    await follow(1, id, bob)
    await expect.poll(() => last(one, 'people')).toHaveLength(1)
    await pgPool().query(`UPDATE "Presence" SET "seenAt" = now() - interval '1 minute' WHERE "userId" = $1`, [
      bob.id,
    ])
    await at(0).hub.beat()
    await expect.poll(() => last(one, 'people')).toEqual([])
  })

  it('ends with its session, and with the right to be here', async () => {
    const [ada, bob] = [await makePerson('EDITOR'), await makePerson('EDITOR')]
    const { id } = await makeDraft()
    const one = await follow(0, id, ada)
    const two = await follow(1, id, bob)
    await db().session.update({ where: { id: one.sessionId }, data: { revokedAt: new Date() } })
    await expect.poll(one.ended).toBe(true)
    expect(two.ended()).toBe(false)
    await db().user.update({ where: { id: bob.id }, data: { role: 'SPONSOR' } })
    await expect.poll(two.ended).toBe(true)
    await expect.poll(() => db().presence.count()).toBe(0)
  })

  it('says that anything may have changed, once its connection to Postgres was lost', async () => {
    const ada = await makePerson('EDITOR')
    const { id } = await makeDraft()
    const following = await follow(0, id, ada)
    await pgPool().query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'gleaner listen'`,
    )
    await expect.poll(() => last(following, 'changes')).toEqual({ rows: null })
    await save(ada, (await db().item.findFirstOrThrow()).id, 'Ebb')
    await expect.poll(() => last(following, 'changes')).toMatchObject({ rows: expect.any(Object) })
  })

  it('is ended by a process that stops, which takes no more', async () => {
    const ada = await makePerson('EDITOR')
    const { id } = await makeDraft()
    const following = await follow(0, id, ada)
    await at(0).hub.close()
    await expect.poll(following.ended).toBe(true)
    expect(await db().presence.count()).toBe(0)
    expect((await follow(0, id, ada)).status).toBe(503)
  })

  it('is for people of the studio, and for issues that are there', async () => {
    const { id } = await makeDraft()
    const ada = await makePerson('EDITOR')
    const statusFor = async (issueId: string, person: UserActor) => (await follow(0, issueId, person)).status
    expect(await statusFor(id, await makePerson('SPONSOR'))).toBe(404)
    expect(await statusFor(randomUUID(), ada)).toBe(404)
    expect(await statusFor('none', ada)).toBe(404)
    expect((await followEvents(`http://localhost:${at(0).port}/api/issues/${id}/stream`, '')).status).toBe(
      401,
    )
    await removeIssue(ada, { commandId: randomUUID(), id })
    expect(await statusFor(id, ada)).toBe(404)
  })

  it('of a browser that left before it began is not kept up', async () => {
    const ada = await makePerson('EDITOR')
    const { id } = await makeDraft()
    const cookie = `${sessionCookieName()}=${await sealSession(await makeSession(ada.id))}`
    const site = makeSite(async () => undefined, { desk: at(0).hub })
    let answered: Promise<void> | null = null
    const server = createServer((request, response) => {
      request.socket.destroy()
      answered = handleRequest(site, request, response)
    }).listen(0)
    const { port } = server.address() as AddressInfo
    const url = `http://localhost:${port}/api/issues/${id}/stream?view=${randomUUID()}`
    await expect(fetch(url, { headers: { cookie } })).rejects.toThrow()
    await answered
    server.close()
    expect(await db().presence.count()).toBe(0)
  })

  it('is one of so many for one person', async () => {
    const ada = await makePerson('EDITOR')
    const { id } = await makeDraft()
    for (let count = 0; count < 20; count += 1) await follow(0, id, ada)
    expect((await follow(0, id, ada)).status).toBe(503)
    expect((await follow(0, id, await makePerson('EDITOR'))).status).toBe(200)
  })
})
