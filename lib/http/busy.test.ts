import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { expect, test } from 'vitest'
import { PrismaClient } from '@/generated/prisma/client'
import { db } from '@/lib/db/db'
import { pgPool } from '@/lib/db/pool'
import { testDatabase } from '@/lib/testing/test-database'
import { errorResponse, toAppError } from './error-response'

const database = testDatabase()
const failing = async (work: Promise<unknown>) => toAppError(await work.catch((error) => error), {})

/** Runs `work` on a pool whose only connection is taken. */
async function withoutConnection(
  work: (client: PrismaClient, pool: pg.Pool) => Promise<void>,
): Promise<void> {
  const pool = new pg.Pool({ connectionString: database.url(), max: 1, connectionTimeoutMillis: 1_000 })
  const only = await pool.connect()
  const client = new PrismaClient({ adapter: new PrismaPg(pool) })
  await work(client, pool)
  only.release()
  await client.$disconnect()
  await pool.end()
}

test('a transaction that took too long is answered with when to come again', async () => {
  const slow = db().$transaction((tx) => tx.$queryRaw`SELECT pg_sleep(0.3)::text`, { timeout: 50 })
  const response = errorResponse(await failing(slow))
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '15'])
  const { error } = (await response.json()) as { error: object }
  expect(error).toMatchObject({ code: 'busy', message: expect.stringContaining('try again') })
})

test('so is one that got no connection, by whomever it asked', async () => {
  await withoutConnection(async (client, pool) => {
    const inTransaction = client.$transaction((tx) => tx.redirect.count(), { maxWait: 50 })
    expect(await failing(inTransaction)).toMatchObject({ code: 'busy' })
    expect(await failing(client.redirect.count())).toMatchObject({ code: 'busy' })
    expect(await failing(pool.query('SELECT 1'))).toMatchObject({ code: 'busy' })
  })
})

test('what else fails in the database stays an error of ours', async () => {
  expect(await failing(pgPool().query('SELECT nonsense'))).toMatchObject({ code: 'internal' })
})
