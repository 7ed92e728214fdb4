import { describe, expect, test } from 'vitest'
import { type Doc, withText } from '@/components/editor/core/document'
import { emptyItem } from '@/lib/issues/rules'
import type { Fix } from '@/lib/preflight/rules'
import { isAsFound } from './mend'

const found = {
  issueId: 'issue',
  sections: { s: { title: 'Articles', layout: 'articles' } },
  sectionIds: ['s'],
  itemIds: { s: ['a', 'b'] },
  items: { a: { ...emptyItem, blurb: 'an “odd quote' }, b: emptyItem },
} as unknown as Doc
const item = { kind: 'item' as const, id: 'a' }
const edit: Fix = { label: 'Close it', does: 'edit', row: item, field: 'blurb', value: 'an “odd” quote' }
const removeItem: Fix = { label: 'Remove', does: 'remove', row: item }
const removeSection: Fix = { label: 'Remove', does: 'remove', row: { kind: 'section', id: 's' } }

describe('a fix is for the issue as it was found', () => {
  test('and holds while nothing, or something else, has changed', () => {
    for (const fix of [edit, removeItem, removeSection]) expect(isAsFound(fix, found, found)).toBe(true)
    const elsewhere = withText(found, { kind: 'item', id: 'b' }, { blurb: 'more' })
    for (const fix of [edit, removeItem, removeSection]) expect(isAsFound(fix, found, elsewhere)).toBe(true)
    expect(isAsFound(edit, found, withText(found, item, { headline: 'New' }))).toBe(true)
  })
  test('and not for words that were written since', () => {
    const written = withText(found, item, { blurb: 'an “odd quote, and more' })
    expect(isAsFound(edit, found, written)).toBe(false)
    expect(isAsFound(removeItem, found, written)).toBe(false)
  })
  test('and not for a section that holds something else now, or what is gone', () => {
    expect(isAsFound(removeSection, found, { ...found, itemIds: { s: ['a', 'b', 'c'] } })).toBe(false)
    expect(isAsFound(removeItem, found, { ...found, items: { b: emptyItem } })).toBe(false)
  })
})
