import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countChanges } from '@/lib/document/rules'
import type { IssueDocument } from '@/lib/document/schema'
import { movedIds } from '@/lib/order/moved-ids'
import { makeDocument, makeItem, makeSection, makeSponsor } from '@/lib/testing/make-document'
import { diffDocuments, restorable } from './rules'

const [a, b, c] = ['A', 'B', 'C'].map((headline) => makeItem({ id: headline, headline }))
const articles = (items = [a, b, c]) =>
  makeSection({ id: 's1', title: 'Articles', items: items.flatMap((item) => item ?? []) })
const outages = (items = [a]) =>
  makeSection({ id: 's2', title: 'Outages', items: items.flatMap((item) => item ?? []) })
const base = makeDocument({ sections: [articles()] })
const withSections = (...sections: IssueDocument['sections']): IssueDocument => ({ ...base, sections })
const brief = (after: IssueDocument, before = base) =>
  diffDocuments(before, after).map(({ what, change, name, place, movedFrom, fields }) => [
    `${what} ${change} ${name}`,
    place,
    movedFrom,
    fields.map(({ label }) => label).join(),
  ])

test('nothing differs from itself, whatever the edition’s own number, times and note', () => {
  const issue = { ...base.issue, updatedAt: '2030-01-01T00:00:00Z', correction: 'A name.' }
  expect(diffDocuments(base, { ...base, edition: 7, issue })).toEqual([])
})
test('items come, go, change and move', () => {
  expect(brief(withSections(articles([a, b])))).toEqual([
    ['item removed C', 'Articles', null, 'Kind,Headline,Address,Blurb'],
  ])
  expect(brief(base, withSections(articles([a, b])))).toEqual([
    ['item added C', 'Articles', null, 'Kind,Headline,Address,Blurb'],
  ])
  const mended = makeItem({ ...b, blurb: 'Mended.' })
  expect(brief(withSections(articles([a, mended, c])))).toEqual([
    ['item changed B', 'Articles', null, 'Blurb'],
  ])
  expect(brief(withSections(articles([c, a, b])))).toEqual([['item changed C', 'Articles', 'place 3', '']])
})
test('an item that went to another section says where from; the section that came is told too', () => {
  expect(brief(withSections(articles([a, b]), outages([c])))).toEqual([
    ['section added Outages', null, null, 'Title,Layout'],
    ['item changed C', 'Outages', 'Articles', ''],
  ])
})
test('texts of the issue and parts of sponsors are told', () => {
  const after = {
    ...base,
    issue: { ...base.issue, title: 'New', intro: 'Hello.' },
    sponsors: [makeSponsor({ sponsor: 'Ropeworks', at: { after: 's1' } })],
  }
  expect(brief(after).map(([row, place]) => [row, place])).toEqual([
    ['issue changed The issue itself', null],
    ['sponsor added Ropeworks', 'after Articles'],
  ])
})
test('a first edition has nothing before it', () => {
  expect(diffDocuments(null, base)).toEqual([])
})
test('one row pulled to the top is one move', () => {
  expect([...movedIds(['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'])]).toEqual(['d'])
  expect([...movedIds(['a', 'b', 'x'], ['new', 'a', 'b'])]).toEqual([])
})
test('whatever the order, the rows that did not move kept theirs', () => {
  const ids = Array.from({ length: 12 }, (_, index) => `i${index}`)
  fc.assert(
    fc.property(fc.shuffledSubarray(ids), (after) => {
      const moved = movedIds(ids, after)
      const stayed = after.filter((id) => !moved.has(id))
      expect(stayed).toEqual(ids.filter((id) => stayed.includes(id)))
    }),
  )
})
test('it tells something exactly where there are changes to count', () => {
  const items = fc.shuffledSubarray([a, b, c], { minLength: 1 })
  fc.assert(
    fc.property(items, items, (first, second) => {
      const [before, after] = [withSections(articles(first)), withSections(articles(second))]
      expect(diffDocuments(before, after).length).toBe(countChanges(before, after))
    }),
  )
})
test('an item alone is offered back only as it was while it was there', () => {
  expect(restorable([{ id: 'a', change: 'added' }], 'a', false)).toEqual({ before: false, after: true })
  expect(restorable([{ id: 'a', change: 'removed' }], 'a', false)).toEqual({ before: true, after: false })
  expect(restorable([{ id: 'a', change: 'changed' }], 'a', true)).toEqual({ before: true, after: false })
  expect(restorable([{ id: 'a', change: 'removed' }], undefined, false)).toEqual({
    before: true,
    after: true,
  })
})
