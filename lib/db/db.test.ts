import { describe, expect, it } from 'vitest'
import { testDatabase } from '@/lib/testing/test-database'
import { db, transaction } from './db'
import { pgPool } from './pool'

testDatabase()

const path = (name: string) => ({ fromPath: `/${name}`, toPath: '/issues' })

describe('transaction', () => {
  it('keeps nothing of what failed', async () => {
    const failing = transaction(async (tx) => {
      await tx.redirect.create({ data: path('failed') })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await db().redirect.count()).toBe(0)
  })

  it("joins the caller's", async () => {
    const failing = transaction(async (outer) => {
      await transaction((tx) => tx.redirect.create({ data: path('inner') }), outer)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await db().redirect.count()).toBe(0)
  })
})

describe('db', () => {
  it('refuses undefined where it would mean everything', async () => {
    const missing = undefined as unknown as string
    await expect(db().redirect.deleteMany({ where: { fromPath: missing } })).rejects.toThrow('undefined')
  })

  it('lives on when Postgres ends its connections', async () => {
    await db().redirect.count()
    const killOthers = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`
    await Promise.all([
      pgPool()
        .query('SELECT pg_sleep(0.05)')
        .catch(() => null),
      pgPool().query(killOthers),
    ])
    await expect
      .poll(() =>
        db()
          .redirect.count()
          .catch(() => 'lost'),
      )
      .toBe(0)
  })
})
