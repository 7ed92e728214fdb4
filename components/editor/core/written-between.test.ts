import { expect, it } from 'vitest'
import { emptyItem } from '@/lib/issues/rules'
import type { Doc } from './document'
import { noteWriting, nothingWritten } from './written-between'

const docOf = (itemIds: string[], blurbs: Record<string, string> = {}) =>
  ({
    sectionIds: ['s'],
    itemIds: { s: itemIds },
    items: Object.fromEntries(itemIds.map((id) => [id, { ...emptyItem, blurb: blurbs[id] ?? '' }])),
  }) as unknown as Doc

it('notes what stands beside an item when it is written in, and not when it moves', () => {
  const opened = noteWriting(nothingWritten, docOf(['a', 'b', 'c']))
  expect(opened.between).toEqual({})
  const typed = noteWriting(opened, docOf(['a', 'b', 'c'], { b: 'Speaking of' }))
  expect(typed.between).toEqual({ b: { above: 'a', below: 'c' } })
  const moved = noteWriting(typed, docOf(['b', 'a', 'c'], { b: 'Speaking of' }))
  expect(moved).toBe(typed)
  const again = noteWriting(moved, docOf(['b', 'a', 'c'], { b: 'Speaking of it' }))
  expect(again.between).toEqual({ b: { above: null, below: 'a' } })
})
