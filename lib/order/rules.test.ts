import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupOf, keyAtPlace, keysAtPlace, type Sibling } from './rules'

const row = (...rows: [string, string, boolean?][]): Sibling[] =>
  rows.map(([id, position, tied]) => ({ id, position, tied: tied ?? false }))

describe('a key at a place', () => {
  const siblings = row(['a', 'a0'], ['b', 'a1'], ['c', 'a2'])

  test('lies between the neighbours named', () => {
    const key = keyAtPlace(siblings, { after: 'a' })
    expect(key > 'a0' && key < 'a1').toBe(true)
  })
  test('is first after null, last with no neighbour', () => {
    expect(keyAtPlace(siblings, { after: null }) < 'a0').toBe(true)
    expect(keyAtPlace(siblings, {}) > 'a2').toBe(true)
  })
  test('falls back to the other neighbour where one has gone', () => {
    const key = keyAtPlace(siblings, { after: 'gone', before: 'c' })
    expect(key > 'a1' && key < 'a2').toBe(true)
  })
  test('never comes between an item and those tied to it', () => {
    const tied = row(['a', 'a0'], ['b', 'a1', true], ['c', 'a2', true], ['d', 'a3'])
    const key = keyAtPlace(tied, { after: 'a' })
    expect(key > 'a2' && key < 'a3').toBe(true)
    expect(keyAtPlace(tied, { after: 'a' }, true) < 'a1').toBe(true)
  })
  test('comes first even where the first item says it is tied to nothing', () => {
    expect(keyAtPlace(row(['a', 'a0', true]), { after: null }) < 'a0').toBe(true)
  })
})

describe('a group', () => {
  const items = [
    { id: 'a', tied: false },
    { id: 'b', tied: true },
    { id: 'c', tied: true },
    { id: 'd', tied: false },
  ]
  test('is an item and those tied to it', () => {
    expect(groupOf(items, 'a').map((item) => item.id)).toEqual(['a', 'b', 'c'])
  })
  test('is a tied item alone, and nothing for a stranger', () => {
    expect(groupOf(items, 'b').map((item) => item.id)).toEqual(['b'])
    expect(groupOf(items, 'x')).toEqual([])
  })
})

test('keys in a row are ordered, distinct and inside the gap, whatever came before', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(20), { maxLength: 25 }),
      fc.integer({ min: 1, max: 5 }),
      fc.nat(20),
      (inserts, count, at) => {
        const siblings: Sibling[] = []
        for (const [number, spot] of inserts.entries()) {
          const after = siblings[spot % (siblings.length + 1)]?.id ?? null
          siblings.push({ id: `s${number}`, position: keyAtPlace(siblings, { after }) })
          siblings.sort((a, b) => (a.position < b.position ? -1 : 1))
        }
        const index = at % (siblings.length + 1)
        const keys = keysAtPlace(siblings, { after: siblings[index - 1]?.id ?? null }, count)
        const all = [
          ...siblings.slice(0, index).map((sibling) => sibling.position),
          ...keys,
          ...siblings.slice(index).map((sibling) => sibling.position),
        ]
        expect([...all].sort((a, b) => (a < b ? -1 : 1))).toEqual(all)
        expect(new Set(all).size).toBe(all.length)
      },
    ),
  )
})
