import { beforeAll, expect, test } from 'vitest'
import { type RigRow, runRigs } from '@/rigs/run-rigs'
import { hasJava } from '@/rigs/standards/nu-checker'
import { standards } from '@/rigs/standards/rig'

const java = await hasJava()
let row: RigRow | undefined

beforeAll(async () => {
  const rows = await runRigs([standards], false, () => undefined)
  row = rows[0]
}, 300_000)

test('readers’ pages keep to the standards, and are light', () => {
  expect(row?.breaches).toEqual([])
})

test.skipIf(!java)('the Nu HTML Checker has read them, and their style sheets', () => {
  expect(row?.figure).toContain('Nu HTML Checker;')
})
