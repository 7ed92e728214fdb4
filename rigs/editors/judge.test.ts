import { describe, expect, test } from 'vitest'
import type { ConflictEvent, FinalItem, MoveEvent, SaveEvent, SomeTexts, Texts } from './history'
import { judgeMoves } from './judge-moves'
import { judgeSaves } from './judge-saves'

const start: Texts = { headline: '', blurb: '', byline: '', credit: '' }
const save = (base: number, version: number, fields: SomeTexts, view: SomeTexts = fields): SaveEvent => ({
  kind: 'save',
  itemId: 'i',
  base,
  fields,
  version,
  view: { ...start, ...view },
})
const item = (version: number, texts: SomeTexts): FinalItem => ({
  id: 'i',
  sectionId: 's',
  position: 'a0',
  version,
  texts: { ...start, ...texts },
})
const conflict = (base: number, version: number, field: 'headline' | 'blurb', theirs: string) =>
  ({
    kind: 'conflict',
    itemId: 'i',
    base,
    version,
    fields: { [field]: 'mine' },
    theirs: { [field]: theirs },
    view: { ...start, headline: 'a' },
  }) satisfies ConflictEvent

describe('saves', () => {
  test('of two fields from one version are both there', () => {
    const logs = [
      [save(0, 1, { headline: 'a' })],
      [save(0, 2, { blurb: 'b' }, { headline: 'a', blurb: 'b' })],
    ]
    expect(judgeSaves(logs, item(2, { headline: 'a', blurb: 'b' }), start)).toEqual([])
  })
  test('of one field from one version are a lost update', () => {
    const logs = [[save(0, 1, { headline: 'a' })], [save(0, 2, { headline: 'b' })]]
    expect(judgeSaves(logs, item(2, { headline: 'b' }), start)).toEqual([
      'lost update: version 2 overwrote an unseen headline',
    ])
  })
  test('that the row does not hold are found', () => {
    const logs = [[save(0, 1, { headline: 'a' })]]
    expect(judgeSaves(logs, item(0, {}), start)).toEqual([
      'version 0 after 1 saves',
      'the row lost an acknowledged text',
    ])
  })
  test('that share a version are found', () => {
    const logs = [
      [save(0, 1, { headline: 'a' })],
      [save(0, 1, { blurb: 'b' }, { headline: 'a', blurb: 'b' })],
    ]
    const [first] = judgeSaves(logs, item(1, { headline: 'a', blurb: 'b' }), start)
    expect(first).toBe('versions of the acknowledged saves: 1,1')
  })
  test('that conflicted are judged by what was really saved between', () => {
    const saved = [save(0, 1, { headline: 'a' })]
    const row = item(1, { headline: 'a' })
    expect(judgeSaves([saved, [conflict(0, 1, 'headline', 'a')]], row, start)).toEqual([])
    expect(judgeSaves([saved, [conflict(1, 1, 'headline', 'a')]], row, start)).toEqual([
      'false conflict in headline at version 1',
    ])
    expect(judgeSaves([saved, [conflict(0, 1, 'headline', 'x')]], row, start)).toEqual([
      'a conflict showed a text of headline that is not there',
    ])
  })
})

describe('moves', () => {
  const moved = (sectionId: string, order: string[], after: string | null): MoveEvent => ({
    kind: 'move',
    itemId: 'i',
    sectionId,
    after,
    order,
  })
  const home = new Map([['i', 's']])
  test('end where somebody put the item last', () => {
    expect(judgeMoves([[moved('t', ['i'], null)], []], [item(0, {})], home)).toEqual([
      'an item is where nobody put it last',
    ])
    expect(judgeMoves([[moved('s', ['i'], null)], []], [item(0, {})], home)).toEqual([])
  })
  test('put the item after the neighbour named', () => {
    expect(judgeMoves([[moved('s', ['i', 'n'], 'n')]], [item(0, {})], home)).toEqual([
      'an item is not after the neighbour that was named',
    ])
  })
  test('lose nothing and give no place twice', () => {
    const two = [item(0, {}), { ...item(0, {}), id: 'j' }]
    expect(judgeMoves([], two, new Map([...home, ['j', 's']]))).toEqual(['two items have one place'])
    expect(judgeMoves([], [], home)).toEqual(['0 items are left of 1'])
  })
})
