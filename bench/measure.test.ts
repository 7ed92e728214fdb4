import { expect, test } from 'vitest'
import { spreadOf } from './measure'

test('percentiles are taken by nearest rank', () => {
  const sample = Array.from({ length: 100 }, (_, index) => 100 - index)
  expect(spreadOf(sample)).toEqual({ runs: 100, p50: 50, p95: 95, max: 100 })
  expect(spreadOf([3])).toEqual({ runs: 1, p50: 3, p95: 3, max: 3 })
})
