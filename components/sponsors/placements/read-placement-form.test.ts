import { expect, it } from 'vitest'
import { placementDefaults } from '@/lib/sponsors/schema'
import { changedFrom, readPlacementForm } from './read-placement-form'

it('sends what was changed, and nothing else', () => {
  const stored = { ...placementDefaults, name: 'Top' }
  expect(changedFrom(stored, { ...stored })).toEqual({})
  const typed = { ...stored, price: 100, reminderDays: [7, 2] }
  expect(changedFrom(stored, typed)).toEqual({ price: 100, reminderDays: [7, 2] })
})

it('says all that is wrong at once: what can’t be read, and what the server would refuse', () => {
  const form = (fields: Record<string, string>) => {
    const data = new FormData()
    const filled = { name: 'Top', at: 'top', perIssue: '1', maxCharacters: '600', maxLinks: '3' }
    const rest = { deadlineDays: '3', price: '450', currency: 'USD', reminderDays: '7, 2, 0' }
    for (const [name, value] of Object.entries({ ...filled, ...rest, ...fields })) data.set(name, value)
    return readPlacementForm(data)
  }
  expect(form({}).problems).toEqual({})
  expect(Object.keys(form({ name: ' ', maxCharacters: '3', price: 'a lot' }).problems).sort()).toEqual([
    'maxCharacters',
    'name',
    'price',
  ])
})
