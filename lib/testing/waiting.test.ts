import { expect, test } from 'vitest'
import { testDatabase } from './test-database'
import { untilWaiting } from './waiting'

testDatabase()

test('a race that does not take place fails its test', async () => {
  await expect(untilWaiting(1, 50)).rejects.toThrow('0 of 1 statements wait for a lock')
})
