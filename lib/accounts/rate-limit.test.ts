import { afterEach, describe, expect, it } from 'vitest'
import { enforceLimit, isWithinLimit } from '@/lib/accounts/rate-limit'
import { setClock } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { testDatabase } from '@/lib/testing/test-database'

testDatabase()
afterEach(() => setClock(null))

const limit = { limit: 7, seconds: 60 }
const at = (seconds: number) => setClock(() => new Date(Date.UTC(2026, 10, 22, 12, 0, seconds)))

describe('a limit', () => {
  it('lets exactly N of 300 parallel attempts pass', async () => {
    const answers = await Promise.all(Array.from({ length: 300 }, () => isWithinLimit('rush', 'one', limit)))
    expect(answers.filter(Boolean)).toHaveLength(7)
  })

  it('counts each subject and purpose by itself', async () => {
    const one = { limit: 1, seconds: 60 }
    expect(await isWithinLimit('a', 'x', one)).toBe(true)
    expect(await isWithinLimit('a', 'y', one)).toBe(true)
    expect(await isWithinLimit('b', 'x', one)).toBe(true)
    expect(await isWithinLimit('a', 'x', one)).toBe(false)
  })

  it('begins anew when its window is over, and not before', async () => {
    const one = { limit: 1, seconds: 60 }
    at(0)
    expect(await isWithinLimit('window', 'x', one)).toBe(true)
    at(59)
    expect(await isWithinLimit('window', 'x', one)).toBe(false)
    at(60)
    expect(await isWithinLimit('window', 'x', one)).toBe(true)
    expect(await isWithinLimit('window', 'x', one)).toBe(false)
  })

  it('says when to come back', async () => {
    const none = { limit: 0, seconds: 90 }
    await expect(enforceLimit('refused', 'x', none)).rejects.toMatchObject({
      code: 'too_many',
      message: expect.stringContaining('2 minutes'),
    })
  })

  it('keeps no address', async () => {
    await isWithinLimit('kept', 'ada@example.com', limit)
    const rows = await db().rateLimit.findMany()
    expect(JSON.stringify(rows)).not.toContain('ada')
  })
})
