import { expect, test } from 'vitest'
import { draftCanary } from '@/rigs/draft-canary/rig'
import { runRigs } from '@/rigs/run-rigs'

test('no request of a stranger brings a byte of a draft', async () => {
  const [row] = await runRigs([draftCanary], false, () => undefined)
  expect(row?.breaches).toEqual([])
})
