import { expect, it } from 'vitest'
import { onceFor } from './once-for'

it('makes what is made of an object once, and of another one anew', () => {
  let made = 0
  const double = onceFor(({ value }: { value: number }) => {
    made += 1
    return value * 2
  })
  const four = { value: 4 }
  expect([double(four), double(four), double({ value: 4 })]).toEqual([8, 8, 8])
  expect(made).toBe(2)
})
