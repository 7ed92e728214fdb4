import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clickKinds } from './schema'
import { Sums } from './sums'

const clicks = fc.array(
  fc.record({
    target: fc.constantFrom('a', 'b', 'a b'),
    day: fc.constantFrom('2027-03-07', '2027-03-08'),
    kind: fc.constantFrom(...clickKinds),
    count: fc.constantFrom(1, 1, 1, -1),
  }),
)

test('clicks are summed by link, day and kind, in whatever order they come', () => {
  fc.assert(
    fc.property(clicks, (given) => {
      const sums = new Sums()
      for (const { target, day, kind, count } of given) sums.add(target, day, kind, count)
      const of = (target: string, day: string, kind: string) =>
        given
          .filter((each) => each.target === target && each.day === day && each.kind === kind)
          .reduce((sum, { count }) => sum + count, 0)
      const all = sums.all()
      for (const { target, day, kind, count } of all) expect(count).toBe(of(target, day, kind))
      const keys = new Set(given.map(({ target, day, kind }) => JSON.stringify([target, day, kind])))
      expect(all).toHaveLength(keys.size)
    }),
  )
})
