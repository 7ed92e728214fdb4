import { describe, expect, test } from 'vitest'
import type { OutgoingReason } from '@/lib/outgoing/outgoing-error'
import { judgePage, type Look } from './judge'
import type { PageFacts } from './schema'

const written = 'https://a.example/why-tides-turn'
const facts = (fields: Partial<PageFacts> = {}): PageFacts => ({
  ...{ title: 'Why tides turn', site: '', authors: [], organisation: '', date: null, language: null },
  ...{ wordCount: 900, canonical: null, text: '', oembed: null, refresh: null },
  ...fields,
})
const answered = (fields: Partial<Extract<Look, { kind: 'answered' }>> = {}): Look => ({
  ...{ kind: 'answered', address: written, status: 200, challenge: false },
  ...{ facts: facts(), sameAsNonsense: null, isCut: false },
  ...fields,
})
const outcome = (look: Look) => judgePage(written, look).outcome

describe('a page that answers', () => {
  test.each<[string, Look, string]>([
    ['as it should', answered(), 'OK'],
    [
      'from another form of its address',
      answered({ address: 'https://www.a.example/why-tides-turn/' }),
      'OK',
    ],
    ['from elsewhere', answered({ address: 'https://a.example/tides' }), 'MOVED'],
    ['from the front page', answered({ address: 'https://a.example/' }), 'MISSING'],
    ['from the front page, something added', answered({ address: 'https://a.example/?gone=1' }), 'MISSING'],
    ['from the front page, a page named', answered({ address: 'https://a.example/?p=941' }), 'MOVED'],
    ['from a list of pages', answered({ address: 'https://a.example/blog/' }), 'MISSING'],
    ['from a door', answered({ address: 'https://a.example/login' }), 'UNSURE'],
    ['with a riddle', answered({ challenge: true }), 'UNSURE'],
    ...[401, 403, 429, 999, 418].map((status): [string, Look, string] => [
      `with ${status}`,
      answered({ status, facts: null }),
      'UNSURE',
    ]),
    ...[404, 410, 500, 503].map((status): [string, Look, string] => [
      `with ${status}`,
      answered({ status, facts: null }),
      'DEAD',
    ]),
    ...['Page not found', '404', 'Error 404 – A', 'Seite nicht gefunden', 'ページが見つかりません'].map(
      (title): [string, Look, string] => [
        title,
        answered({ facts: facts({ title, wordCount: 40 }) }),
        'MISSING',
      ],
    ),
    [
      'with few words that nothing is there',
      answered({ facts: facts({ wordCount: 30, text: 'Sorry, this page does not exist.' }) }),
      'MISSING',
    ],
    [
      'about pages not found',
      answered({ facts: facts({ title: 'How we cut page not found errors' }) }),
      'OK',
    ],
    ['the same as anything', answered({ sameAsNonsense: true, facts: facts({ wordCount: 90 }) }), 'MISSING'],
    ['with a program', answered({ sameAsNonsense: true, facts: facts({ wordCount: 3 }) }), 'UNSURE'],
  ])('%s', (_how, look, expected) => expect(outcome(look)).toBe(expected))
  test.each([
    ['https://a.example/blog/2015/why', 'https://a.example/blog', 'MISSING'],
    ['https://a.example/blog/2015/why', 'https://a.example/blog?id=941', 'MOVED'],
    ['https://a.example/blog', 'https://www.a.example/news', 'MOVED'],
    ['https://a.example/', 'https://a.example/?home=1', 'MOVED'],
  ])('%s from %s: %s', (asked, address, expected) =>
    expect(judgePage(asked, answered({ address })).outcome).toBe(expected),
  )
  test('tells that it leads to a list', () => {
    expect(judgePage(`${written}/part`, answered({ address: 'https://a.example/news' })).message).toBe(
      'The address leads to a list of pages, https://a.example/news. The page may be gone.',
    )
  })
  test('tells where it leads', () => {
    expect(judgePage(written, answered({ address: 'https://b.example/x' })).message).toBe(
      'The address leads on to https://b.example/x, on b.example.',
    )
  })
})

test.each<[OutgoingReason, string]>([
  ['unknown_host', 'DEAD'],
  ['timeout', 'UNSURE'],
  ['cut', 'UNSURE'],
  ['connection', 'DEAD'],
  ['protocol', 'DEAD'],
  ['address', 'DEAD'],
  ['refused', 'DEAD'],
  ['certificate', 'CERTIFICATE'],
  ['redirects', 'UNSURE'],
  ['offline', 'UNSURE'],
])('no answer, %s: %s', (reason, expected) => {
  const judgement = judgePage(written, { kind: 'failed', address: written, reason })
  expect(judgement.outcome).toBe(expected)
  expect(judgement.message).toMatch(/^\S.*\.$/)
})
