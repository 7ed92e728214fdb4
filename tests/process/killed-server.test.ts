import { expect, test } from 'vitest'
import { killedServer } from '@/rigs/killed-server/rig'
import { runRigs } from '@/rigs/run-rigs'

test('what two editors type while the server is killed is kept, and each sees the other’s', {
  timeout: 300_000,
}, async () => {
  const [row] = await runRigs([killedServer], false, () => undefined)
  expect(row?.breaches).toEqual([])
})
