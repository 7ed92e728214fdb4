import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ClickRequest,
  classifyClick,
  REPEAT_MS,
  type RecentClick,
  rememberClick,
  sumClicks,
} from './rules'

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

describe('what is remembered of a visitor', () => {
  /** Everything that ever came, which is what forgetting must not be told apart from. */
  const all = (recent: RecentClick[], next: RecentClick) => [...recent, next]

  test('says the same of the next click as all of it would', () => {
    const steps = fc.array(
      fc.record({
        target: fc.constantFrom('a', 'b', 'c', 'd'),
        after: fc.constantFrom(0, 1_000, 2_999, 3_001, REPEAT_MS / 2, REPEAT_MS, REPEAT_MS + 1),
        method: fc.constantFrom('GET', 'GET', 'GET', 'HEAD'),
      }),
      { maxLength: 20 },
    )
    const judge = (asked: readonly ClickRequest[], remember: typeof all) => {
      let recent: RecentClick[] = []
      return asked.map((request) => {
        const { kind, takenBack } = classifyClick(request, recent)
        const taken = takenBack.map(({ target, at }) => `${target} ${at}`)
        for (const click of takenBack) click.kind = 'burst'
        recent = remember(recent, { target: request.target, at: request.at, kind })
        return { kind, taken }
      })
    }
    fc.assert(
      fc.property(steps, (taken) => {
        let time = 0
        const asked = taken.map(({ target, after, method }) => {
          time += after
          return { ...click, target, method, at: time }
        })
        expect(judge(asked, rememberClick)).toEqual(judge(asked, all))
      }),
      { numRuns: 2_000 },
    )
  })

  test('is no more than its last click of each link, once a burst is over', () => {
    let recent: RecentClick[] = []
    for (let n = 0; n < 100; n += 1)
      recent = rememberClick(recent, { target: 'a', at: n * 10, kind: n === 0 ? 'verified' : 'repeat' })
    expect(recent).toHaveLength(2)
    expect(rememberClick(recent, { target: 'a', at: 10_000, kind: 'repeat' })).toHaveLength(1)
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
