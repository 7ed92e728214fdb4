import { expect, it } from 'vitest'
import type { CaptureView } from '@/lib/captures/schema'
import { reopenable } from './actions'
import { row } from './testing/inbox'

it('what was placed comes back once it was taken out of its issue, and what waits is in the inbox already', () => {
  const placed = { issueId: 'i', title: 'Issue 1', isThere: true }
  const rows = [
    { ...row('there'), placed },
    { ...row('out'), placed: { ...placed, isThere: false } },
    { ...row('deleted'), placed: null },
  ]
  const ids = ['there', 'out']
  const can = (view: CaptureView) => reopenable({ filter: { view, q: '', source: null }, rows }, ids)
  expect(can('placed')).toEqual(['out'])
  expect(can('discarded')).toEqual(ids)
  expect(can('inbox')).toEqual([])
})
