import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupTerm } from '@/lib/search/query/group-terms'
import { parseQuery } from '@/lib/search/query/parse-query'
import type { Known } from '@/lib/search/vocabulary/look-up'
import { excerptOf } from './excerpt'
import { type Mark, markText, type Piece } from './marks'

const marksOf = (query: string, known: Known = new Map()): Mark[] =>
  parseQuery(query).terms.flatMap((term) => groupTerm(term, known).marks)
const shown = (pieces: Piece[]) => pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('')
const mark = (text: string, query: string, known?: Known) => shown(markText(text, marksOf(query, known)))

describe('marks', () => {
  it('show the words as they were written', () => {
    expect(mark('Café culture', 'cafe')).toBe('[Café] culture')
    expect(mark('Straße, STRASSE', 'strasse')).toBe('[Straße], [STRASSE]')
    expect(mark('the Ｒust and rusty', 'rust')).toBe('the [Ｒust] and rusty')
  })

  it('show other forms of a word, but not in a phrase', () => {
    const forms = [
      { word: 'repair', items: 1 },
      { word: 'repairs', items: 1 },
    ]
    const known: Known = new Map([['repair', { stop: false, forms }]])
    expect(mark('Repairs and repair', 'repair', known)).toBe('[Repairs] and [repair]')
    expect(mark('Repairs and repair', '"repair"', known)).toBe('Repairs and [repair]')
  })

  it('show a phrase only where it stands whole', () => {
    expect(mark('connection repair, repair connection', '"connection repair"')).toBe(
      '[connection] [repair], repair connection',
    )
    expect(mark('fail over, failover and fail-over, fail', 'fail-over')).toBe(
      '[fail] [over], [failover] and [fail-over], fail',
    )
  })

  it('show what stands inside a text without spaces', () => {
    expect(mark('本番環境での障害対応の記録', '障害対応')).toBe('本番環境での[障害対応]の記録')
    expect(mark('対応と障害', '障害対応')).toBe('対応と障害')
    expect(mark('障の害', '害')).toBe('障の[害]')
    expect(mark('ｶﾞｲﾄﾞを読む', 'ガイド')).toBe('[ｶﾞｲﾄﾞ]を読む')
    expect(mark('Reactの基礎入門', 'Reactの基礎')).toBe('[Reactの基礎]入門')
  })

  it('never change a text', () => {
    const unit = fc.constantFrom(
      'a',
      'B',
      'é',
      'ガ',
      '障',
      '害',
      ' ',
      '-',
      '’',
      '"',
      '😀',
      '\u0301',
      'ﬁ',
      '𝒜',
      '한',
    )
    fc.assert(
      fc.property(fc.string({ unit }), fc.string({ unit, maxLength: 8 }), (text, query) => {
        const pieces = markText(text, marksOf(query))
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      }),
    )
  })
})

describe('an excerpt', () => {
  const filler = 'Some words that say nothing in particular. '.repeat(20)

  it('is the whole of a short text, and the beginning of a long one where nothing is found', () => {
    expect(shown(excerptOf('Short.\nAnd done.', marksOf('done')))).toBe('Short. And [done].')
    expect(shown(excerptOf(filler, marksOf('absent'), 40))).toBe('Some words that say nothing in…')
  })

  it('begins a little before what was found, and ends with words', () => {
    const text = `${filler}Here the harbour counts its waves at night. ${filler}`
    const found = shown(excerptOf(text, marksOf('waves'), 120))
    expect(found).toMatch(/^….*the harbour counts its \[waves\] at night\. Some .*…$/)
    expect(found.length).toBeLessThan(130)
  })

  it('is where most of it was found', () => {
    const text = `waves. ${filler} waves of the harbour ${filler}`
    expect(shown(excerptOf(text, marksOf('waves harbour'), 100))).toContain('[waves] of the [harbour]')
  })

  it('cuts where there are no spaces, and no letter in half', () => {
    const text = `${'𠮷'.repeat(300)}障害${'𠮷'.repeat(300)}`
    const found = shown(excerptOf(text, marksOf('障害'), 101))
    expect(found).toContain('[障害]')
    expect(/\p{Cs}/u.test(found)).toBe(false)
  })

  it('is short whatever was looked for', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 600 }),
        fc.string({ maxLength: 20 }),
        (text, query) => {
          const pieces = excerptOf(text, marksOf(query), 100)
          expect(pieces.map((piece) => piece.text).join('').length).toBeLessThan(104)
        },
      ),
    )
  })
})
