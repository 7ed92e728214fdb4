import { expect, it } from 'vitest'
import type { DraftItem, IssueDraft } from '@/lib/issues/schema'
import { makeItem } from '@/lib/testing/drafts'
import { findWandering } from './wandering'

const item = (id: string, blurb = ''): DraftItem => makeItem({ id, headline: id.toUpperCase(), blurb })

const draft = (sections: DraftItem[][], writtenBetween: IssueDraft['writtenBetween']) =>
  ({
    sections: sections.map((items, at) => ({
      id: `s${at}`,
      title: null,
      layout: 'articles',
      version: 0,
      items,
    })),
    ...(writtenBetween ? { writtenBetween } : {}),
  }) as IssueDraft
const messages = (sections: DraftItem[][], written: IssueDraft['writtenBetween']) =>
  findWandering(draft(sections, written)).map(({ message }) => message)

const [a, b] = [item('a'), item('b')]
const speaking = item('x', 'Speaking of tides.')
const above = item('x', 'As mentioned above, it turns.')
const below = item('x', 'The next article says why.')

it('finds words about an item that another one has taken the place of', () => {
  const written = { x: { above: 'a', below: 'b' } }
  expect(messages([[a, speaking, b]], written)).toEqual([])
  expect(messages([[a, b, speaking]], written)).toEqual([
    'X: “Speaking of” was written below “A”; it stands below “B” now.',
  ])
  expect(messages([[speaking, a, b]], written)).toEqual([
    'X: “Speaking of” was written below “A”; it stands first in its section now.',
  ])
  expect(messages([[a, b], [speaking]], written)).toHaveLength(1)
  expect(messages([[b, speaking]], written)).toEqual([
    'X: “Speaking of” was written below an item that is gone; it stands below “B” now.',
  ])
  expect(messages([[b, below, a]], written)).toEqual([
    'X: “The next article” was written above “B”; it stands above “A” now.',
  ])
})

it('lets what is only further up or down move about, as long as it stays there', () => {
  const written = { x: { above: 'a', below: null } }
  expect(messages([[a, b, above]], written)).toEqual([])
  expect(messages([[above, a, b]], written)).toEqual([
    'X: “As mentioned above” was written below “A”; that stands on its other side now.',
  ])
})

it('says nothing where nothing is known, or nothing stood there', () => {
  expect(messages([[b, speaking]], undefined)).toEqual([])
  expect(messages([[b, speaking]], {})).toEqual([])
  expect(messages([[b, speaking]], { x: { above: null, below: 'b' } })).toEqual([])
  expect(messages([[b, { ...speaking, kind: 'quote' }]], { x: { above: 'a', below: null } })).toEqual([])
})
