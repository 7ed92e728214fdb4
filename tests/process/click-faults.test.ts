import { expect, test } from 'vitest'
import { clickFaults } from '@/rigs/click-faults'

test('no click that led a reader on is lost or counted twice when the database fails', async () => {
  const { breaches } = await clickFaults.run({ full: false })
  expect(breaches).toEqual([])
})
