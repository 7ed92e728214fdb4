import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { find, publishItems } from '@/lib/testing/search'
import { testDatabase } from '@/lib/testing/test-database'
import { MOST_TERMS } from './query/parse-query'

testDatabase()
beforeAll(() =>
  publishItems([
    'Rust & C++',
    'Node.js — fail-over',
    '障害対応',
    'Migração',
    'the of and a',
    { headline: null, blurb: '> a\n\n— b' },
  ]),
)

const bits = [
  '"',
  '“',
  '-',
  '−',
  ' ',
  '\t',
  '\0',
  '%00',
  "'",
  '\\',
  ':*',
  '&',
  '|',
  '!',
  '(',
  ')',
  '<->',
  '\u202e',
  '😀',
  '\ud800',
]
const words = [
  'rust',
  'c++',
  'the',
  'node.js',
  '障害',
  '害',
  'ﬁ',
  'Ⅷ',
  'xyzzy',
  'year:2026',
  "o'b",
  'a'.repeat(300),
]
const typed = fc.oneof(
  fc.array(fc.constantFrom(...bits, ...words), { maxLength: 30 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...bits, ...words), { maxLength: 30 }).map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary', maxLength: 200 }),
)

describe('whatever is typed', () => {
  it('finds something or nothing', async () => {
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        const { found, hits } = await find(text)
        expect(['all', 'any', 'nothing', 'unasked']).toContain(found)
        expect(hits.length > 0).toBe(found === 'all' || found === 'any')
      }),
      { numRuns: 300 },
    )
  })

  it('and by whatever it is narrowed', async () => {
    const text = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 60 })
      .filter((value) => !value.includes('\0'))
    const value = fc.option(text, { nil: null })
    await fc.assert(
      fc.asyncProperty(fc.record({ section: value, topic: value, host: value }), async (filters) => {
        const { found } = await find('rust', filters)
        expect(['all', 'any', 'nothing']).toContain(found)
      }),
      { numRuns: 100 },
    )
  })

  it.each([
    ['8 KB of words', 'word '.repeat(1_640)],
    ['8 KB in one word', 'x'.repeat(8_192)],
    ['8 KB of quotes', '"'.repeat(8_192)],
    ['8 KB of kanji', '障害'.repeat(1_365)],
    [
      'as many common words as are looked for',
      Array.from({ length: MOST_TERMS }, (_, at) => `"the${at}"`).join(' '),
    ],
  ])('%s', async (_, text) => {
    expect((await find(text)).hits.length).toBeLessThanOrEqual(20)
  })
})
