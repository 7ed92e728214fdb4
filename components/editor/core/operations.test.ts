import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyItem } from '@/lib/issues/rules'
import type { Doc } from './document'
import { emptyHistory, rememberStep, TYPING_PAUSE } from './history'
import { applyOp, type Op } from './operations'
import { describeItemPlace, stepOfItem, stepOfSection } from './ordering'

/** `a b+` is an item and one tied to it. */
function docOf(sections: Record<string, string>): Doc {
  const rows = Object.entries(sections).map(([id, list]) => [id, list.split(' ').filter(Boolean)] as const)
  const names = rows.flatMap(([, list]) => list)
  return {
    issueId: 'issue',
    issue: {
      title: '',
      subject: '',
      preheader: '',
      slug: null,
      number: 1,
      intro: '',
      outro: '',
      date: '',
      lang: null,
      dir: null,
    },
    sectionIds: rows.map(([id]) => id),
    sections: Object.fromEntries(rows.map(([id]) => [id, { title: id, layout: 'articles' as const }])),
    itemIds: Object.fromEntries(rows.map(([id, list]) => [id, list.map((name) => name.replace('+', ''))])),
    items: Object.fromEntries(
      names.map((name) => [
        name.replace('+', ''),
        { ...emptyItem, headline: name, tied: name.endsWith('+') },
      ]),
    ),
  }
}
const order = (doc: Doc | undefined) =>
  doc?.sectionIds.map((id) => `${id}: ${doc.itemIds[id]?.join(' ')}`).join(' / ')

describe('a step', () => {
  const doc = docOf({ one: 'a b+ c', two: 'd' })
  const step = (id: string, by: -1 | 1) => {
    const spot = stepOfItem(doc, id, by)
    return spot && order(applyOp(doc, { type: 'move-item', id, spot })?.doc)
  }
  test('passes a whole group, and takes its own along', () => {
    expect(step('c', -1)).toBe('one: c a b / two: d')
    expect(step('a', 1)).toBe('one: c a b / two: d')
  })
  test('takes a tied item alone', () => {
    expect(step('b', -1)).toBe('one: b a c / two: d')
    expect(step('b', 1)).toBe('one: a c b / two: d')
  })
  test('goes over the border of a section, and ends where the issue does', () => {
    expect(step('c', 1)).toBe('one: a b / two: c d')
    expect(step('d', -1)).toBe('one: a b c d / two: ')
    expect(step('a', -1)).toBeUndefined()
    expect(step('d', 1)).toBeUndefined()
  })
  test('is told as a place', () => {
    expect(describeItemPlace(doc, 'c')).toBe('Item 3 of 3 in one')
  })
  test('moves a section past its neighbour', () => {
    expect(stepOfSection(doc, 'two', -1)).toBe(null)
    expect(stepOfSection(doc, 'one', 1)).toBe('two')
    expect(stepOfSection(doc, 'two', 1)).toBeUndefined()
  })
})

test('whatever is done to an issue is undone exactly', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  const section = fc.constantFrom('one', 'two')
  const op: fc.Arbitrary<Op> = fc.oneof(
    fc.record({ type: fc.constant('remove-item' as const), id: name }),
    fc.record({
      type: fc.constant('move-item' as const),
      id: name,
      spot: fc.record({ sectionId: section, after: fc.option(name) }),
    }),
    fc.record({ type: fc.constant('remove-section' as const), id: section }),
    fc.record({ type: fc.constant('move-section' as const), id: section, after: fc.option(section) }),
    fc.record({
      type: fc.constant('edit' as const),
      row: fc.record({ kind: fc.constant('item' as const), id: name }),
      field: fc.constant('headline'),
      value: fc.string(),
    }),
  )
  fc.assert(
    fc.property(fc.array(op, { maxLength: 12 }), (ops) => {
      const start = docOf({ one: 'a b c', two: 'd e' })
      let doc = start
      const inverses: Op[] = []
      for (const each of ops) {
        const applied = applyOp(doc, each)
        if (!applied) continue
        doc = applied.doc
        inverses.unshift(applied.inverse)
      }
      for (const inverse of inverses) doc = applyOp(doc, inverse)?.doc ?? doc
      expect(doc).toEqual(start)
    }),
  )
})

describe('history', () => {
  const typed = (before: string, value: string, at: number) => {
    const op = { type: 'edit' as const, row: { kind: 'item' as const, id: 'a' }, field: 'blurb', value }
    return { op, inverse: { ...op, value: before }, at }
  }
  test('takes a run of typing as one step, until a pause', () => {
    let history = rememberStep(emptyHistory, typed('', 'a', 1))
    history = rememberStep(history, typed('a', 'ab', 200))
    expect(history.done).toEqual([typed('', 'ab', 200)])
    history = rememberStep(history, typed('ab', 'abc', 201 + TYPING_PAUSE))
    expect(history.done).toHaveLength(2)
  })
  test('forgets typing that was taken back', () => {
    const history = rememberStep(rememberStep(emptyHistory, typed('', 'a', 1)), typed('a', '', 2))
    expect(history.done).toEqual([])
  })
})
