import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { setClock } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { testDatabase } from '@/lib/testing/test-database'
import { jobHandlers } from './registry'

testDatabase()

test('each night receipts older than 30 days are forgotten, and counters of access', async () => {
  const today = Date.UTC(2026, 10, 22)
  setClock(() => new Date(today))
  const daysAgo = (days: number) => new Date(today - days * 86_400_000)
  const receipt = (days: number) => {
    return { id: randomUUID(), command: 'save-item', result: {}, createdAt: daysAgo(days) }
  }
  const young = receipt(29)
  await db().commandReceipt.createMany({ data: [young, receipt(31)] })
  await db().rateLimit.create({ data: { key: 'x', windowStart: daysAgo(2), count: 1 } })
  await jobHandlers['forget-what-is-over']({})
  expect(await db().commandReceipt.findMany({ select: { id: true } })).toEqual([{ id: young.id }])
  expect(await db().rateLimit.count()).toBe(0)
})
