import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db, type Tx } from '@/lib/db/db'
import { makePerson } from '@/lib/testing/actors'
import { tester } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import { untilWaiting } from '@/lib/testing/waiting'
import { runCommand } from './run-command'

const database = testDatabase()
beforeEach(() => database.empty())

const call = (id: string = randomUUID()) => ({ id, name: 'try' })
const path = (name: string) => ({ fromPath: `/${name}`, toPath: '/issues' })

describe('a command', () => {
  test('is carried out once for an id, and answered the same each time', async () => {
    const again = call()
    const work = async (tx: Tx) => ({
      made: (await tx.redirect.create({ data: path(randomUUID()) })).fromPath,
    })
    const first = await runCommand(tester, again, work)
    expect(await runCommand(tester, again, work)).toEqual(first)
    expect(await db().redirect.count()).toBe(1)
  })
  test('sent twice at once is carried out once, and both are told the same', async () => {
    const again = call()
    const work = async (tx: Tx) => ({
      made: (await tx.redirect.create({ data: path(randomUUID()) })).fromPath,
    })
    const answers = await Promise.all(Array.from({ length: 10 }, () => runCommand(tester, again, work)))
    expect(new Set(answers.map((answer) => answer.made)).size).toBe(1)
    expect(await db().redirect.count()).toBe(1)
  })
  test('that failed left no receipt, and may be sent again', async () => {
    const again = call()
    const fail = async () => Promise.reject(new Error('no'))
    await expect(runCommand(tester, again, fail)).rejects.toThrow('no')
    expect(await runCommand(tester, again, async () => 1)).toBe(1)
  })
  test('of another person or another name is not told its result', async () => {
    const again = call()
    await runCommand(tester, again, async () => 'secret')
    const stranger = await makePerson('EDITOR')
    await expect(runCommand(stranger, again, async () => 'x')).rejects.toMatchObject({ code: 'invalid' })
    const other = { ...again, name: 'other' }
    await expect(runCommand(tester, other, async () => 'x')).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('two commands that wait for each other', () => {
  const lockRaw = (tx: Tx, name: string) =>
    tx.$queryRaw`SELECT 1 AS "locked" FROM "Redirect" WHERE "fromPath" = ${`/${name}`} FOR UPDATE`
  const lockByPrisma = (tx: Tx, name: string) =>
    tx.redirect.update({ where: { fromPath: `/${name}` }, data: { toPath: `/${randomUUID()}` } })

  test.each([
    ['raw statements', lockRaw],
    ['statements of Prisma’s', lockByPrisma],
  ])('by %s are both carried out', async (_what, lock) => {
    await db().redirect.createMany({ data: [path('a'), path('b')] })
    let attempts = 0
    const crosswise = (first: string, second: string) =>
      runCommand(tester, call(), async (tx) => {
        attempts += 1
        await lock(tx, first)
        if (attempts <= 1) await untilWaiting(1)
        await lock(tx, second)
        return first
      })
    const one = crosswise('a', 'b')
    await expect.poll(() => attempts).toBe(1)
    expect(await Promise.all([one, crosswise('b', 'a')])).toEqual(['a', 'b'])
    expect(attempts).toBeGreaterThanOrEqual(3)
  })
})
