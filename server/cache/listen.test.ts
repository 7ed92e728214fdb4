import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { db, transaction } from '@/lib/db/db'
import { pgPool } from '@/lib/db/pool'
import { raiseGeneration } from '@/lib/publication/generation'
import { setHearing } from '@/lib/publication/reader-state'
import { publishIssue } from '@/lib/publishing/commands/publish-issue'
import { withdrawIssue } from '@/lib/publishing/commands/withdraw-issue'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import { lastPublicationName } from '@/server/pages/publication-name'
import { type Listening, listenToGenerations } from './listen'
import { Standing } from './standing'

const database = testDatabase()
let standing: Standing
let listening: Listening

beforeEach(async () => {
  await database.empty()
  await makePublication()
  standing = new Standing()
  listening = listenToGenerations(standing)
  await listening.begun
  expect(listening.hears()).toBe(true)
})
afterEach(async () => {
  setHearing(null)
  await listening.close()
})

const generation = () => standing.known.generation
const withdrawn = () => [...standing.known.withdrawn.keys()]
const raise = () => transaction((tx) => raiseGeneration(tx))

async function publishOne() {
  const issue = await makeDraft()
  await publishIssue(tester, { commandId: randomUUID(), id: issue.id })
  return issue
}
const withdraw = (id: string) => withdrawIssue(tester, { commandId: randomUUID(), id })

/** Ends every connection but those of the pool, as a restart of Postgres does. */
const cutListeners = () =>
  pgPool().query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'gleaner listen'`,
  )

describe('a process', () => {
  it('hears of each publication, and of who publishes', async () => {
    await raise()
    await expect.poll(generation).toBe(1)
    await db().publication.update({ where: { id: 1 }, data: { name: 'Ebb', generation: { increment: 1 } } })
    await expect.poll(generation).toBe(2)
    expect(lastPublicationName()).toMatchObject({ publication: 'Ebb', lang: 'en', dir: 'ltr' })
  })

  it('hears what is withdrawn with the news themselves, under every name it had', async () => {
    const { id, slug } = await publishOne()
    await pgPool().query(`INSERT INTO "Redirect" VALUES ('/issues/old-name', $1), ('/2016/old', $1)`, [
      `/issues/${slug}`,
    ])
    await withdraw(id)
    await expect.poll(withdrawn).toEqual(expect.arrayContaining([`/issues/${slug}`, '/issues/old-name']))
    expect(withdrawn()).toHaveLength(2)
  })

  it('hears nothing of what was not committed', async () => {
    await expect(
      transaction(async (tx) => {
        await raiseGeneration(tx)
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    await raise()
    await expect.poll(generation).toBe(1)
  })

  it('reads for itself what is too long to be told', async () => {
    const { id, slug } = await publishOne()
    await pgPool().query(
      `INSERT INTO "Redirect" SELECT '/issues/' || repeat('a', 200) || i, $1 FROM generate_series(1, 60) i`,
      [`/issues/${slug}`],
    )
    await withdraw(id)
    await expect.poll(() => withdrawn().length).toBe(61)
  })

  it('catches up on what was said while its connection was cut', async () => {
    await cutListeners()
    await expect.poll(() => listening.hears()).toBe(false)
    await raise()
    await expect.poll(generation).toBe(1)
    await expect.poll(() => listening.hears()).toBe(true)
    await raise()
    await expect.poll(generation).toBe(2)
  })

  it('knows what it published itself before that is answered, though it hears nothing', async () => {
    await listening.close()
    setHearing((made) => standing.hear(made))
    await publishOne()
    expect(generation()).toBe(1)
    await raise()
    expect(generation()).toBe(2)
  })
})

describe('two changes at one moment', () => {
  it('are both told, whichever waited for the other', async () => {
    const [first, second] = [await publishOne(), await publishOne()]
    await Promise.all([withdraw(first.id), withdraw(second.id)])
    await expect.poll(generation).toBe(4)
    expect(withdrawn().sort()).toEqual([`/issues/${first.slug}`, `/issues/${second.slug}`].sort())
  })
})

describe('what is removed for good', () => {
  it('says from which generation on pages may be shown', async () => {
    await raise()
    await transaction((tx) => raiseGeneration(tx, { removes: true }))
    await expect.poll(() => standing.known).toMatchObject({ generation: 2, shownFrom: 2 })
    await raise()
    await expect.poll(() => standing.known).toMatchObject({ generation: 3, shownFrom: 2 })
  })

  it('is everything, where the database can’t say what came with a generation', async () => {
    await listening.close()
    standing.read = () => Promise.reject(new Error('The database is away'))
    await standing.hear(1)
    expect(standing.known).toMatchObject({ generation: 1, shownFrom: 1 })
  })
})
