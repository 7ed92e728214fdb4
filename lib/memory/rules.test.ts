import { expect, it } from 'vitest'
import type { IssueLink } from '@/lib/archive/schema'
import {
  isBareFollowUp,
  mayBeSame,
  ownerOf,
  rankNotes,
  repeatsAsUsual,
  sayNote,
  tellingPairs,
  unusually,
  withFollowUp,
} from './rules'
import type { Note, SentItem } from './schema'
import { isStatusPage } from './status-pages'
import { tellingPart } from './telling-part'
import { tellingSigns } from './telling-signs'

const issue: IssueLink = { slug: 'issue-212', title: 'Tide Table #212', number: 212, date: '2026-05-03' }
const item: SentItem = {
  itemId: 'a',
  headline: 'Counting waves',
  excerpt: 'How a harbour counts.',
  href: 'https://news.example/items/a',
  issue,
}
const reading = {
  now: new Date('2026-05-15T12:00:00Z'),
  days: (instant: Date) => instant.toISOString().slice(0, 10),
}
const say = (note: Note) => sayNote(note, reading)

it.each<[Note, string]>([
  [{ kind: 'sent', issues: 1, ...item }, 'Sent in #212 on 3 May'],
  [{ kind: 'sent', issues: 3, ...item }, 'Sent in #212 on 3 May, three times in all'],
  [
    { kind: 'sent', issues: 1, ...item, issue: { ...issue, number: null, date: '2024-05-03' } },
    'Sent in “Tide Table #212” on 3 May 2024',
  ],
  [{ kind: 'mentioned', ...item }, 'Linked in the words of “Counting waves”, #212, 3 May'],
  [{ kind: 'mentioned', ...item, headline: null }, 'Linked in the words of an item, #212, 3 May'],
  [{ kind: 'near', ...item }, 'Much like “Counting waves” in #212, 3 May'],
  [
    {
      kind: 'inbox',
      captureId: 'c',
      title: 'Tides',
      capturedAt: '2026-05-12T08:00:00.000Z',
      laterUntil: null,
    },
    'In the inbox since Tuesday',
  ],
  [
    {
      kind: 'inbox',
      captureId: 'c',
      title: 'Tides',
      capturedAt: '2026-05-15T08:00:00.000Z',
      laterUntil: '2026-06-01',
    },
    'In the inbox, came 4 h ago, put off until 1 Jun',
  ],
  [
    {
      kind: 'inbox',
      captureId: 'c',
      title: 'Tides',
      capturedAt: '2026-05-12T08:00:00.000Z',
      laterUntil: null,
      isTwin: true,
    },
    'In the inbox too, since Tuesday',
  ],
  [
    {
      kind: 'draft',
      itemId: 'd',
      headline: 'Waves',
      place: 'HEADLINE',
      issue: { id: 'i', title: 'Next', number: 213, date: '2026-12-12', isThis: false },
    },
    'In the draft of 12 Dec: “Waves”',
  ],
  [
    {
      kind: 'draft',
      itemId: 'd',
      headline: 'Waves',
      place: 'BLURB',
      issue: { id: 'i', title: 'Next', number: 213, date: '2026-12-12', isThis: true },
    },
    'In this issue already, within the words of “Waves”',
  ],
  [
    { kind: 'author', name: 'Mara Lind', times: 2, inThisIssue: false, last: issue },
    'Mara Lind was credited twice in three months, last in #212 on 3 May',
  ],
  [
    { kind: 'author', name: 'Mara Lind', times: 0, inThisIssue: true, last: null },
    'Mara Lind is credited in this issue already',
  ],
  [
    { kind: 'host', host: 'tides.example', items: 3, here: 0, usual: 1 },
    'Three items of tides.example in a month that has one as a rule',
  ],
  [
    { kind: 'host', host: 'tides.example', items: 4, here: 2, usual: 0 },
    'Four items of tides.example in a month (two in this issue) that has hardly any as a rule',
  ],
])('says %j', (note, sentence) => {
  expect(say(note)).toBe(sentence)
})

it('tells the weightiest first, and of what went out already nothing else of its kind', () => {
  const host: Note = { kind: 'host', host: 'a.example', items: 3, here: 0, usual: 0 }
  const near: Note = { kind: 'near', ...item }
  const sent: Note = { kind: 'sent', issues: 1, ...item }
  const author: Note = { kind: 'author', name: 'A', times: 2, inThisIssue: false, last: issue }
  expect(rankNotes([host, author, near])).toEqual([near, author, host])
  expect(rankNotes([host, author, near, sent])).toEqual([sent, author])
})

it('begins a follow-up with the earlier item, once', () => {
  const blurb = withFollowUp('The harbour answers.', item)
  expect(blurb).toBe('Follow-up to [#212](https://news.example/items/a): The harbour answers.')
  expect(withFollowUp(blurb ?? '', item)).toBeNull()
  expect(isBareFollowUp(blurb ?? '')).toBe(false)
  expect(isBareFollowUp(withFollowUp('', { ...item, issue: { ...item.issue, number: null } }) ?? '')).toBe(
    true,
  )
  const unnumbered = { ...item, issue: { ...issue, number: null, title: 'The [big] one' } }
  expect(withFollowUp('', unnumbered)).toBe(
    'Follow-up to [“The \\[big\\] one”](https://news.example/items/a): ',
  )
})

it.each([
  ['status.example.org', 'example.org', true],
  ['status.cloud.google.com', 'google.com', true],
  ['examplestatus.com', 'examplestatus.com', true],
  ['example.statuspage.io', 'statuspage.io', true],
  ['trust.salesforce.com', 'salesforce.com', true],
  ['azure.status.microsoft', 'status.microsoft', true],
  ['statusquo.example.org', 'example.org', false],
  ['blog.example.org', 'example.org', false],
])('takes %s for a status page: %s %s', (host, site, expected) => {
  expect(isStatusPage({ host, site })).toBe(expected)
})

it('knows sections that repeat from what they did', () => {
  expect(repeatsAsUsual('list', 5, 0)).toBe(true)
  expect(repeatsAsUsual('articles', 5, 2)).toBe(false)
  expect(repeatsAsUsual('list', 100, 3)).toBe(false)
  expect(repeatsAsUsual('list', 100, 30)).toBe(true)
  expect(repeatsAsUsual('articles', 100, 30)).toBe(true)
})

it('tells of a host only in a month that has unusually many of it', () => {
  expect(unusually(2, 2, 12, 3)).toBeNull()
  expect(unusually(3, 3, 1, 3)).toBeNull()
  expect(unusually(3, 3, 2, 3)).toBe(0)
  expect(unusually(3, 14, 12, 3)).toBe(1)
  expect(unusually(4, 48, 12, 3)).toBeNull()
})

it('tells people on shared hosts apart', () => {
  expect(ownerOf('https://blog.example.org/a', 'blog.example.org')).toEqual({
    host: 'blog.example.org',
    path: '',
  })
  expect(ownerOf('https://github.com/mara/waves', 'github.com')).toEqual({
    host: 'github.com',
    path: '/mara',
  })
  expect(ownerOf('https://github.com/mara', 'github.com')).toBeNull()
  expect(ownerOf('https://youtube.com/watch?v=1', 'youtube.com')).toBeNull()
})

it('takes titles that differ in a number for those of a series', () => {
  expect(mayBeSame('Announcing Tide 1.70', 'Announcing Tide 1.71')).toBe(false)
  expect(mayBeSame('How we count waves', 'How we count the waves')).toBe(true)
})

it('takes titles that share two of their longest words for ones that may be alike', () => {
  expect(tellingPairs('How the tide turns')).toEqual([
    'turns tide',
    'turns how',
    'turns the',
    'tide how',
    'tide the',
    'how the',
  ])
  expect(tellingPairs('Tides')).toEqual([])
})

it('takes pairs of characters that don’t overlap where a script has no spaces, those with more to say first', () => {
  expect(tellingSigns('港の記録を調べる')).toEqual([])
  expect(tellingSigns('障害対応の自動化で夜間呼び出し')).toEqual([
    ...['障害', '対応', '自動', '夜間', '化で', '呼び'],
  ])
  expect(tellingSigns('How the tide turns at night')).toEqual([])
})

it('knows a piece that every address of a link holds', () => {
  expect(tellingPart('https://example.org/2026/why-tides-turn?a=1')).toBe('why-tides-turn')
  expect(tellingPart('https://www.example.org/%E2%82%ACaf/b')).toBe('example.org')
  expect(tellingPart('https://example.org')).toBe('example.org')
  expect(tellingPart('https://xn--bcher-kva.example')).toBe('')
})
