import { describe, expect, test } from 'vitest'
import { type ClickRequest, classifyClick, REPEAT_MS, type RecentClick, sumClicks } from './rules'

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const at = 10 * REPEAT_MS
const click: ClickRequest = { method: 'GET', purpose: '', userAgent: firefox, visitor: 'v', target: 'a', at }
const earlier = (target: string, ago: number): RecentClick => ({ target, at: at - ago, kind: 'verified' })

describe('a request of a counted link', () => {
  test.each<[string, Partial<ClickRequest>, RecentClick[], string]>([
    ['of a reader', {}, [], 'verified'],
    ['by HEAD', { method: 'HEAD' }, [], 'head'],
    ['made ahead by the browser', { purpose: 'prefetch;prerender' }, [], 'prefetch'],
    ['of a program that says so', { userAgent: 'Googlebot/2.1' }, [], 'bot'],
    ['of a program that says nothing', { userAgent: '' }, [], 'bot'],
    ['again within the window', {}, [earlier('a', REPEAT_MS)], 'repeat'],
    ['again after the window', {}, [earlier('a', REPEAT_MS + 1)], 'verified'],
    ['of another link', {}, [earlier('b', 1_000)], 'verified'],
    ['of the third link in three seconds', {}, [earlier('b', 2_000), earlier('c', 1_000)], 'burst'],
    ['of the third link in a minute', {}, [earlier('b', 40_000), earlier('c', 20_000)], 'verified'],
  ])('%s', (_what, fields, recent, kind) =>
    expect(classifyClick({ ...click, ...fields }, recent).kind).toBe(kind),
  )

  test('that shows a burst takes back what was counted of it', () => {
    const recent = [earlier('b', 2_000), earlier('c', 1_000), earlier('old', 60_000)]
    expect(classifyClick(click, recent).takenBack).toEqual(recent.slice(0, 2))
  })
})

test('totals are verified, excluded by reason, and both together', () => {
  const counts = [
    { kind: 'verified', count: 3 },
    { kind: 'verified', count: 2 },
    { kind: 'bot', count: 4 },
    { kind: 'head', count: 0 },
  ]
  expect(sumClicks(counts)).toEqual({ raw: 9, verified: 5, excluded: [{ kind: 'bot', count: 4 }] })
})
