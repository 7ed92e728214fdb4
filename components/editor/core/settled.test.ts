import { beforeEach, describe, expect, it } from 'vitest'
import { Box } from './box'
import type { Doc } from './document'
import { onSettled } from './settled'

const doc = (title: string) => ({ issue: { title } }) as unknown as Doc

describe('an issue that settles', () => {
  let time = 0
  let due: { at: number; run: () => void }[] = []
  const clock = {
    now: () => time,
    timers: (run: () => void, ms: number) => {
      const timer = { at: time + ms, run }
      due.push(timer)
      return () => {
        due = due.filter((other) => other !== timer)
      }
    },
  }
  const pass = (ms: number) => {
    const until = time + ms
    for (;;) {
      const next = due.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
      if (!next) break
      due = due.filter((other) => other !== next)
      time = next.at
      next.run()
    }
    time = until
  }
  beforeEach(() => {
    time = 0
    due = []
  })

  it('is told of after a pause, once, as it stands then', () => {
    const box = new Box({ doc: doc('') })
    const heard: Doc[] = []
    onSettled(box, clock, (settled) => heard.push(settled))
    for (const title of ['a', 'ab', 'abc']) {
      box.set({ doc: doc(title) })
      pass(150)
    }
    expect(heard).toEqual([])
    pass(50)
    expect(heard).toEqual([doc('abc')])
    pass(5_000)
    expect(heard).toHaveLength(1)
  })

  it('is told of every three seconds while somebody goes on without a pause', () => {
    const box = new Box({ doc: doc('') })
    const heard: number[] = []
    onSettled(box, clock, () => heard.push(time))
    for (let letter = 0; letter < 90; letter += 1) {
      box.set({ doc: doc('a'.repeat(letter + 1)) })
      pass(100)
    }
    pass(1_000)
    expect(heard).toEqual([3_000, 6_000, 9_000])
    expect(due).toEqual([])
  })

  it('is not told of for what changes beside it, nor after it was let go', () => {
    const box = new Box<{ doc: Doc; notice: string }>({ doc: doc(''), notice: '' })
    let heard = 0
    const stop = onSettled(box, clock, () => {
      heard += 1
    })
    box.set({ notice: 'Hello' })
    expect(due).toEqual([])
    box.set({ doc: doc('a') })
    stop()
    pass(5_000)
    box.set({ doc: doc('b') })
    pass(5_000)
    expect(heard).toBe(0)
  })
})
