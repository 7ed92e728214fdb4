import { expect, test } from 'vitest'
import { nameOfItem } from '@/lib/issues/rules'
import type { DraftItem, DraftSection, IssueDraft } from '@/lib/issues/schema'
import { makeItem as item } from '@/lib/testing/drafts'
import { findInDraft } from './find-in-draft'
import { blockers } from './rules'

const draft = (
  items: DraftItem[],
  fields: Partial<IssueDraft> = {},
  section: Partial<DraftSection> = {},
): IssueDraft => ({
  id: 'issue',
  state: 'DRAFT',
  number: 1,
  slug: 'one',
  title: 'One',
  subject: '',
  preheader: '',
  intro: '',
  outro: '',
  date: '2026-03-01',
  lang: null,
  dir: null,
  scheduledAt: null,
  scheduledWall: null,
  scheduledZone: null,
  heldReason: null,
  version: 0,
  sections: [{ id: 's', title: 'Articles', layout: 'articles', version: 0, items, ...section }],
  sponsorParts: [],
  slots: [],
  ...fields,
})
const codes = (of: IssueDraft) => findInDraft(of).map((finding) => `${finding.level} ${finding.code}`)

test('a whole issue has no findings', () => {
  expect(findInDraft(draft([item({})]))).toEqual([])
})
test('a row of a list may be a name and nothing more', () => {
  const row = item({ kind: 'note', blurb: '', url: '' })
  expect(codes(draft([row], {}, { layout: 'list' }))).toEqual([])
  expect(codes(draft([{ ...row, headline: '' }], {}, { layout: 'list' }))).toEqual(['block item-empty'])
})
test.each([
  ['warn issue-date', draft([item({})], { scheduledWall: '2026-03-02T20:00' })],
  ['block issue-title', draft([item({})], { title: ' ' })],
  ['block issue-empty', draft([])],
  ['block item-headline', draft([item({ headline: '' })])],
  ['block item-address', draft([item({ url: 'javascript:alert(1)' })])],
  ['block item-empty', draft([item({ kind: 'note', blurb: '', url: '' })])],
  ['block item-more-links', draft([item({ links: [{ label: 'Part two', url: 'example' }] })])],
  ['warn item-blurb', draft([item({ blurb: '' })])],
  ['warn item-blurb', draft([item({ blurb: 'Follow-up to [#39](https://news.example/items/a): ' })])],
  ['warn item-tied', draft([item({ tied: true })])],
])('%s', (code, of) => {
  expect(codes(of)).toContain(code)
})
test('a bare row of a list is whole', () => {
  expect(codes(draft([item({ blurb: '' })], {}, { layout: 'list' }))).toEqual([])
})
test('a note needs no address, and a warning never blocks', () => {
  expect(codes(draft([item({ kind: 'note', headline: '', url: '' })]))).toEqual([])
  expect(blockers(findInDraft(draft([item({ blurb: '' })])))).toEqual([])
})
test('an item is named by its headline, else by what its text begins with', () => {
  expect(nameOfItem({ headline: 'Load shedding', blurb: 'Why', kind: 'link' })).toBe('Load shedding')
  expect(nameOfItem({ headline: null, blurb: '> Hope is\n> no strategy.', kind: 'quote' })).toBe('Hope is')
  expect(nameOfItem({ headline: ' ', blurb: '', kind: 'note' })).toBe('Untitled note')
  const follows = 'Follow-up to [#3](https://news.example/items/a): [calm] is better'
  expect(nameOfItem({ headline: '', blurb: follows, kind: 'link' })).toBe('Follow-up to #3: [calm] is better')
  expect(nameOfItem({ headline: null, blurb: '👩'.repeat(70), kind: 'note' })).toBe(`${'👩'.repeat(59)}…`)
})

test('a finding about a further link says which, and where in it', () => {
  const links = [
    { label: 'Part two', url: 'https://example.org/b' },
    { label: ' ', url: 'example' },
    { label: '', url: 'https://example.org/c' },
  ]
  const [address, label] = findInDraft(draft([item({ links })]))
  expect(address?.message).toContain('further link 2')
  expect(address?.where).toMatchObject({ field: 'links', link: { at: 1, part: 'url' } })
  expect(label?.message).toBe('A headline: further link 3 has no label.')
  expect(label?.where).toMatchObject({ field: 'links', link: { at: 2, part: 'label' } })
})

test.each([
  ['https://example.org/offer', []],
  [null, []],
  ['mailto:ads@example.org', []],
  ['example.org/offer', ['warn sponsor-address']],
  ['javascript:alert(1)', ['warn sponsor-address']],
])('the address %s of an imported sponsor’s part is checked', (url, expected) => {
  const part = { id: 'p', at: 'top' as const, sectionId: null, label: 'Sponsor', sponsor: 'Acme' }
  const rest = { headline: null, text: 'Buy.', callToAction: null, url, image: null }
  expect(codes(draft([item({})], { sponsorParts: [{ ...part, ...rest }] }))).toEqual(expected)
})

test('a day in a sponsor’s copy that is over when the issue comes out is worth a look, and never blocks', () => {
  const copy = {
    headline: '',
    text: 'Meet **us** on [Feb 27th](https://a.example/2026-01-01).',
    callToAction: '',
  }
  const slot = { id: 'x', state: 'APPROVED', sponsor: 'Acme', placement: 'Top', isHouse: false } as const
  const of = (text: string) =>
    draft([item({})], { slots: [{ ...slot, hasNewer: false, copy: { ...copy, text } }] })
  expect(findInDraft(of(copy.text))).toEqual([
    {
      code: 'slot-past-date',
      level: 'warn',
      message: 'Acme’s slot “Top”: “Feb 27th” is before the issue’s date, Sun 1 Mar 2026.',
      where: { kind: 'slot', id: 'x' },
    },
  ])
  expect(codes(of('Meet us on March 1st.'))).toEqual([])
})
