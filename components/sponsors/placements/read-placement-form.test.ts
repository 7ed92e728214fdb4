import { expect, it } from 'vitest'
import { placementDefaults } from '@/lib/sponsors/schema'
import { changedFrom } from './read-placement-form'

it('sends what was changed, and nothing else', () => {
  const stored = { ...placementDefaults, name: 'Top' }
  expect(changedFrom(stored, { ...stored })).toEqual({})
  const typed = { ...stored, price: 100, reminderDays: [7, 2] }
  expect(changedFrom(stored, typed)).toEqual({ price: 100, reminderDays: [7, 2] })
})
