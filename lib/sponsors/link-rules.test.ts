import { expect, test } from 'vitest'
import { LINK_IDLE_MS, linkWorks } from './link-rules'

const at = new Date('2026-11-24T12:00:00Z')
const before = (ms: number) => new Date(at.getTime() - ms)
const link = { createdAt: before(LINK_IDLE_MS - 1), lastUsedAt: null, revokedAt: null }

test('a link works for 180 days after it was used last, or else was made, until it is revoked', () => {
  expect(linkWorks(link, at)).toBe(true)
  expect(linkWorks({ ...link, createdAt: before(LINK_IDLE_MS) }, at)).toBe(false)
  const old = { ...link, createdAt: before(10 * LINK_IDLE_MS) }
  expect(linkWorks({ ...old, lastUsedAt: before(LINK_IDLE_MS - 1) }, at)).toBe(true)
  expect(linkWorks({ ...old, lastUsedAt: before(LINK_IDLE_MS) }, at)).toBe(false)
  expect(linkWorks({ ...link, revokedAt: before(1) }, at)).toBe(false)
})
