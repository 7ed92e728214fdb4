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

  it('asks its connection one query at a time, also for what is included, and goes on after one that failed', async () => {
    const warnings: Error[] = []
    const note = (warning: Error) => warnings.push(warning)
    process.on('warning', note)
    const include = { sessions: true, signInTokens: true, contacts: true }
    const made = await transaction((tx) =>
      tx.user.create({
        data: { email: 'a@example.com', role: 'EDITOR', sessions: { create: { device: 'Desk' } } },
        include,
      }),
    )
    const failing = transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1/0`.catch(() => undefined)
      return tx.user.findMany({ include })
    })
    await expect(failing).rejects.toThrow('aborted')
    process.off('warning', note)
    expect(made).toMatchObject({ sessions: [{ device: 'Desk' }], signInTokens: [], contacts: [] })
    expect(warnings).toEqual([])
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
