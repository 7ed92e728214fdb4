import { expect, test } from 'vitest'
import { databaseFaults } from '@/rigs/database-faults/rig'

test('no acknowledged save is lost or applied twice when the database fails', async () => {
  const { breaches } = await databaseFaults.run({ full: false })
  expect(breaches).toEqual([])
})
