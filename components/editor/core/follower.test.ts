import { expect, test } from 'vitest'
import { Follower, type StreamEvent } from './follower'

/** A page whose clock moves by hand, and a server that can be there or not. */
function setUp() {
  let now = 0
  let timers: { at: number; run: () => void }[] = []
  const opened: { at: number; hear: (event: StreamEvent) => void; fail: () => void; closed: boolean }[] = []
  const told: string[] = []
  const follower = new Follower(
    (hear, fail) => {
      const stream = { at: now, hear, fail, closed: false }
      opened.push(stream)
      return () => {
        stream.closed = true
      }
    },
    (run, ms) => {
      const timer = { at: now + ms, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    {
      onHello: () => told.push('load'),
      onChanges: (rows) => told.push(`rows ${Object.keys(rows ?? {}).join()}`),
      onPeople: (people) => told.push(`people ${people?.map(({ name }) => name).join() ?? 'unknown'}`),
    },
    () => 0,
  )
  const pass = (ms: number) => {
    const end = now + ms
    for (;;) {
      const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
      if (!next) break
      timers = timers.filter((timer) => timer !== next)
      now = next.at
      next.run()
    }
    now = end
  }
  const last = () => opened.at(-1) as (typeof opened)[number]
  return { follower, opened, told, pass, last }
}

test('each beginning loads what may have been missed', () => {
  const { follower, told, last, pass, opened } = setUp()
  follower.start()
  expect(follower.open).toBe(false)
  last().hear({ event: 'hello' })
  expect(follower.open).toBe(true)
  last().hear({ event: 'changes', rows: { a: 1 } })
  last().fail()
  expect(follower.open).toBe(false)
  pass(500)
  expect(opened).toHaveLength(2)
  last().hear({ event: 'hello' })
  expect(told).toEqual(['load', 'rows a', 'load'])
})
test('a server that is away is asked later and later, and nobody is believed to be there', () => {
  const { follower, told, last, pass, opened } = setUp()
  follower.start()
  last().hear({ event: 'hello' })
  last().hear({ event: 'people', people: [{ userId: 'b', name: 'Bob', at: null }] })
  const pauses = [500, 2_000, 5_000, 15_000, 30_000, 30_000]
  for (const [index, pause] of pauses.entries()) {
    last().fail()
    pass(pause - 1)
    expect(opened).toHaveLength(index + 1)
    pass(1)
    expect(opened).toHaveLength(index + 2)
  }
  expect(told).toContain('people unknown')
  last().hear({ event: 'hello' })
  last().hear({ event: 'beat' })
  last().fail()
  pass(500)
  expect(last().at - (opened.at(-2)?.at ?? 0)).toBeLessThan(1_000)
})
test('a line that breaks off as soon as it begins is asked for later and later, too', () => {
  const { follower, last, pass, opened } = setUp()
  follower.start()
  for (const pause of [500, 2_000, 5_000, 15_000, 30_000]) {
    last().hear({ event: 'hello' })
    last().fail()
    const before = opened.length
    pass(pause - 1)
    expect(opened).toHaveLength(before)
    pass(1)
    expect(opened).toHaveLength(before + 1)
  }
})
test('a line over which nothing comes is given up', () => {
  const { follower, pass, opened, last } = setUp()
  follower.start()
  last().hear({ event: 'hello' })
  pass(39_000)
  last().hear({ event: 'beat' })
  pass(39_000)
  expect(opened).toHaveLength(1)
  pass(1_500)
  expect(opened.map(({ closed }) => closed)).toEqual([true, false])
})
test('a page that is hidden has none, and one that is back doesn’t wait', () => {
  const { follower, told, pass, opened, last } = setUp()
  follower.start()
  last().hear({ event: 'hello' })
  follower.stop()
  pass(100_000)
  expect(opened.map(({ closed }) => closed)).toEqual([true])
  expect(told.at(-1)).toBe('people unknown')
  follower.start()
  last().fail()
  follower.wake()
  expect(opened).toHaveLength(3)
  last().hear({ event: 'hello' })
  follower.wake()
  expect(opened).toHaveLength(3)
})
