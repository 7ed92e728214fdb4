import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeSave, raiseVersions, type Versioned } from './rules'

const row = { headline: 'A', blurb: 'B', url: 'U' }
const versions: Versioned = { version: 5, fieldVersions: { headline: 5, blurb: 2 } }

describe('a save into a row', () => {
  test('of another field than the one changed since does not conflict, and says what was not seen', () => {
    expect(mergeSave(row, versions, 3, { blurb: 'B2' })).toEqual({
      changed: { blurb: 'B2' },
      conflicts: {},
      unseen: { headline: 'A' },
    })
  })
  test('of the same field from an old version conflicts, with both texts', () => {
    expect(mergeSave(row, versions, 4, { headline: 'Mine' }).conflicts).toEqual({
      headline: { yours: 'Mine', theirs: 'A' },
    })
  })
  test('of the text that is there already is no conflict and no change', () => {
    expect(mergeSave(row, versions, 1, { headline: 'A' })).toMatchObject({ changed: {}, conflicts: {} })
  })
  test('raises the version of what it changed, and only then', () => {
    expect(raiseVersions(versions, { url: 'V' })).toEqual({
      version: 6,
      fieldVersions: { headline: 5, blurb: 2, url: 6 },
    })
    expect(raiseVersions(versions, {})).toBe(versions)
  })
})

test('two people saving in any order never lose a text without being told', () => {
  const field = fc.constantFrom('headline', 'blurb', 'url')
  const save = fc.record({
    who: fc.constantFrom(0, 1),
    field,
    text: fc.string({ maxLength: 3 }),
    reads: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(save, { maxLength: 30 }), (saves) => {
      let current: Record<string, string> = { headline: '', blurb: '', url: '' }
      let state: Versioned = { version: 0, fieldVersions: {} }
      const changes: Record<string, number> = { headline: 0, blurb: 0, url: 0 }
      const seen = [
        { base: 0, changes: { ...changes } },
        { base: 0, changes: { ...changes } },
      ]
      for (const { who, field: name, text, reads } of saves) {
        const person = seen[who]
        if (!person) continue
        if (reads) Object.assign(person, { base: state.version, changes: { ...changes } })
        const merge = mergeSave(current, state, person.base, { [name]: text })
        const unread = changes[name] !== person.changes[name] && current[name] !== text
        expect(Object.keys(merge.conflicts)).toEqual(unread ? [name] : [])
        if (unread) continue
        if (name in merge.changed) changes[name] = (changes[name] ?? 0) + 1
        state = raiseVersions(state, merge.changed)
        current = Object.assign({ ...current }, merge.changed)
        Object.assign(person, { base: state.version, changes: { ...changes } })
      }
    }),
  )
})
