import { expect, test } from 'vitest'
import { stoppedDatabase } from '@/rigs/stopped-database/rig'

test('what was read before is read on while the database is stopped, and what was withdrawn is not', async () => {
  const { breaches } = await stoppedDatabase.run({ full: false })
  expect(breaches).toEqual([])
})
