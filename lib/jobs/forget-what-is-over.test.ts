import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { setClock } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { makeCapture } from '@/lib/testing/captures'
import { makePublication } from '@/lib/testing/issues'
import { makeSponsor } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'
import { jobHandlers } from './registry'

testDatabase()

test('each night old receipts are forgotten, and counters of access, moves of captures, and suggestions', async () => {
  const today = Date.UTC(2026, 10, 22)
  setClock(() => new Date(today))
  const daysAgo = (days: number) => new Date(today - days * 86_400_000)
  const receipt = (days: number) => {
    return { id: randomUUID(), command: 'save-item', result: {}, createdAt: daysAgo(days) }
  }
  const young = receipt(29)
  await db().commandReceipt.createMany({ data: [young, receipt(31)] })
  await db().rateLimit.create({ data: { key: 'x', windowStart: daysAgo(2), count: 1 } })
  const id = await makeCapture()
  const moved = (days: number) => ({ captureId: id, commandId: randomUUID(), before: {}, at: daysAgo(days) })
  await db().captureMove.createMany({ data: [moved(29), moved(31)] })
  const aside = (name: string, capturedAt: Date) => {
    const at = { capturedAt, surfacesAt: capturedAt, movedAt: capturedAt }
    return { url: `https://example.org/${name}`, source: 'FEED' as const, isAside: true, ...at }
  }
  await db().capture.createMany({ data: [aside('young', daysAgo(29)), aside('old', daysAgo(31))] })
  const suggested = (days: number) => {
    const tokenHash = new Uint8Array(Buffer.from(String(days)))
    return { captureId: id, tokenHash, url: 'https://example.org/', createdAt: daysAgo(days) }
  }
  await db().suggestion.createMany({ data: [suggested(364), suggested(366)] })
  await jobHandlers['forget-what-is-over']({})
  expect(
    await db().commandReceipt.findMany({ where: { command: 'save-item' }, select: { id: true } }),
  ).toEqual([{ id: young.id }])
  expect(await db().rateLimit.count()).toBe(0)
  expect(await db().captureMove.findMany({ select: { at: true } })).toEqual([{ at: daysAgo(29) }])
  expect(await db().capture.count({ where: { url: { in: ['https://example.org/old'] } } })).toBe(0)
  expect(await db().capture.count({ where: { isAside: true } })).toBe(1)
  expect(await db().suggestion.findMany({ select: { createdAt: true } })).toEqual([
    { createdAt: daysAgo(364) },
  ])
})

test('and sponsors’ links that lapsed or were revoked', async () => {
  const today = Date.UTC(2026, 10, 22)
  setClock(() => new Date(today))
  await makePublication()
  const { contact } = await makeSponsor()
  const daysAgo = (days: number) => new Date(today - days * 86_400_000)
  const link = (last: number, days: { createdAt: number; lastUsedAt?: number; revokedAt?: number }) => ({
    contactId: contact.id,
    tokenHash: Uint8Array.of(last),
    ...Object.fromEntries(Object.entries(days).map(([name, ago]) => [name, daysAgo(ago)])),
  })
  await db().portalLink.createMany({
    data: [
      link(1, { createdAt: 900, lastUsedAt: 179 }),
      link(2, { createdAt: 179 }),
      link(3, { createdAt: 900, lastUsedAt: 181 }),
      link(4, { createdAt: 181 }),
      link(5, { createdAt: 3, revokedAt: 1 }),
    ],
  })
  await jobHandlers['forget-what-is-over']({})
  const left = await db().portalLink.findMany({ select: { tokenHash: true } })
  expect(left.map(({ tokenHash }) => tokenHash[0]).sort()).toEqual([1, 2])
})
