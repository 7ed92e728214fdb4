import { expect, test } from 'vitest'
import type { Doc } from '@/components/editor/core/document'
import { emptyItem } from '@/lib/issues/rules'
import { findBlocks } from './find-blocks'

const doc: Doc = {
  issueId: 'issue',
  issue: {
    title: 'One',
    subject: '',
    preheader: '',
    slug: 'one',
    number: 1,
    intro: 'Welcome to queues.',
    outro: 'So long, Queues.',
    date: '2026-03-01',
    lang: null,
    dir: null,
  },
  sectionIds: ['s', 't'],
  sections: { s: { title: 'On queues', layout: 'articles' }, t: { title: null, layout: 'list' } },
  itemIds: { s: ['a'], t: ['b'] },
  items: {
    a: { ...emptyItem, headline: 'Back-pressure in queues' },
    b: { ...emptyItem, links: [{ label: 'Slides', url: 'https://example.org/deck' }] },
  },
}

test('intro, section titles, items and outro are found in the order of the sheet', () => {
  expect(findBlocks(doc, ' QUEUES ')).toEqual(['intro', 's', 'a', 'outro'])
})
test('a further link is found by its label and by its address', () => {
  expect(findBlocks(doc, 'slides')).toEqual(['b'])
  expect(findBlocks(doc, 'org/deck')).toEqual(['b'])
})
test('no words find nothing', () => {
  expect(findBlocks(doc, '  ')).toEqual([])
})
