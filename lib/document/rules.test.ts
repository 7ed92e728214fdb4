import { expect, test } from 'vitest'
import { makeDocument, makeSponsor } from '@/lib/testing/make-document'
import { canonicalJson, countChanges, imagesIn, isLanguageTag } from './rules'
import type { DocumentItem, IssueDocument } from './schema'

const item = (id: string, blurb = ''): DocumentItem => ({
  id,
  kind: 'link',
  headline: id,
  url: `https://example.org/${id}`,
  links: [],
  blurb,
  byline: null,
  credit: null,
  disclosure: null,
  topics: [],
  lang: null,
  dir: null,
})
const make = (sections: Record<string, DocumentItem[]>, title = 'T'): IssueDocument => ({
  version: 1,
  edition: 1,
  issue: {
    number: 1,
    slug: 's',
    title,
    subject: null,
    preheader: null,
    date: '2026-03-01',
    publishedAt: '2026-03-01T20:00:00Z',
    updatedAt: '2026-03-01T20:00:00Z',
    correction: null,
    lang: 'en',
    dir: 'ltr',
    intro: null,
    outro: null,
  },
  sections: Object.entries(sections).map(([id, items]) => ({ id, title: id, layout: 'articles', items })),
  sponsors: [],
})
const before = make({ s: [item('a'), item('b'), item('c')], t: [item('d')] })

test.each([
  ['nothing', make({ s: [item('a'), item('b'), item('c')], t: [item('d')] }), 0],
  ['the title', make({ s: [item('a'), item('b'), item('c')], t: [item('d')] }, 'U'), 1],
  ['one text', make({ s: [item('a', 'x'), item('b'), item('c')], t: [item('d')] }), 1],
  ['one more', make({ s: [item('a'), item('b'), item('c'), item('e')], t: [item('d')] }), 1],
  ['one less', make({ s: [item('a'), item('c')], t: [item('d')] }), 1],
  ['one moved far', make({ s: [item('c'), item('a'), item('b')], t: [item('d')] }), 1],
  ['one moved to another section', make({ s: [item('a'), item('b')], t: [item('d'), item('c')] }), 1],
  ['sections swapped', make({ t: [item('d')], s: [item('a'), item('b'), item('c')] }), 1],
])('%s changed', (_what, after, count) => {
  expect(countChanges(before, after)).toBe(count)
})

test.each([
  ['en', true],
  ['zh-Hant-TW', true],
  ['gsw', true],
  ['arabic', false],
  ['en_GB', false],
  ['x-own', false],
  ['', false],
])('%j as a language tag: %s', (tag, valid) => expect(isLanguageTag(tag)).toBe(valid))

test('equal data has equal canonical text, whatever the order of its keys', () => {
  expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe(
    canonicalJson({ a: null, b: [{ c: 2, d: 1 }] }),
  )
})

test('a document shows the images of its sponsors, each named once', () => {
  const image = { url: '/media/a', alt: 'A', width: 2, height: 1 }
  const sponsors = [{}, { image }, { image }, { image: { ...image, url: '/media/b' } }].map(makeSponsor)
  expect(imagesIn(makeDocument({ sponsors }))).toEqual(['/media/a', '/media/b'])
  expect(imagesIn(makeDocument({ sponsors: [] }))).toEqual([])
})
