import { expect, test } from 'vitest'
import { badInput } from '@/rigs/bad-input/rig'
import { runRigs } from '@/rigs/run-rigs'

test('what nobody means well by breaks nothing, and slows nobody', async () => {
  const [row] = await runRigs([badInput], false, () => undefined)
  expect(row?.breaches).toEqual([])
})
