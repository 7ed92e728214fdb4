import { describe, expect, it } from 'vitest'
import { LONGEST_QUERY, MOST_TERMS, parseQuery } from './parse-query'

/** Terms as `-"two words"`, with the words that are looked for. */
function termsOf(typed: string) {
  return parseQuery(typed).terms.map(({ kind, excluded, steps, whole }) => {
    const words = steps.map(({ word }) => word).join(' ')
    const inner = kind === 'phrase' ? `"${words}"` : words
    return `${excluded ? '-' : ''}${inner}${whole ? ` (${whole})` : ''}`
  })
}

describe('a query', () => {
  it('is words, phrases, and what must not be there', () => {
    expect(termsOf('TCP "connection repair" -docker -"status page"')).toEqual([
      'tcp',
      '"connection repair"',
      '-docker',
      '-"status page"',
    ])
  })

  it('holds to the end what a quote left open begins', () => {
    expect(termsOf('a "b c')).toEqual(['a', '"b c"'])
    expect(termsOf('"')).toEqual([])
    expect(termsOf('"" a""b')).toEqual(['a b'])
    expect(termsOf('"a b"c')).toEqual(['"a b"', 'c'])
  })

  it('knows the quotes of other keyboards', () => {
    for (const typed of ['“a b”', '„a b“', '«a b»', '「a b」', '＂a b＂'])
      expect(termsOf(typed)).toEqual(['"a b"'])
    expect(termsOf('צה"ל')).toEqual(['צה ל'])
  })

  it('takes all other signs as text', () => {
    expect(termsOf('a AND (b OR c) NOT title:d* e:f & !g')).toEqual([
      'a',
      'and',
      'b',
      'or',
      'c',
      'not',
      'title d',
      'e f',
      'g',
    ])
    expect(termsOf('--dry-run - -- -')).toEqual(['dry run (dryrun)'])
    expect(termsOf('it’s -')).toEqual(['it'])
  })

  it('keeps together what is written together', () => {
    expect(termsOf('fail-over C++ node.js')).toEqual(['fail over (failover)', 'c++', 'node js (nodejs)'])
    expect(termsOf('lwn.net/Articles/495304')).toEqual(['lwn net articles 495304'])
    expect(termsOf('障害対応 "障" 障')).toEqual(['障害 害対 対応', '"障"', '障'])
    expect(parseQuery('Reactの基礎').terms[0]?.steps).toEqual([
      { word: 'react', at: 0 },
      { word: 'の基', at: 1 },
      { word: '基礎', at: 2 },
    ])
    expect(parseQuery('基礎React').terms[0]?.steps).toEqual([
      { word: '基礎', at: 0 },
      { word: 'react', at: 2 },
    ])
  })

  it('has each term once', () =>
    expect(termsOf('Café cafe -cafe "cafe"')).toEqual(['cafe', '-cafe', '"cafe"']))

  it('is nothing where nothing can be looked for', () => {
    for (const typed of ['', '   ', '🦀 🎉', '%', '\0', '\0\u0007', '-', '"-"', '…', '\ud800'])
      expect(parseQuery(typed).terms).toEqual([])
    expect(parseQuery('\0 a\u0000b\n\tc').text).toBe('a b c')
  })

  it('is cut where it has no end', () => {
    const long = parseQuery('word '.repeat(2_000))
    expect([long.terms.length, long.cut, long.text.length <= LONGEST_QUERY]).toEqual([1, true, true])
    const many = parseQuery(Array.from({ length: 60 }, (_, index) => `w${index}`).join(' '))
    expect([many.terms.length, many.cut]).toEqual([MOST_TERMS, true])
    expect(parseQuery('a b').cut).toBe(false)
    expect(parseQuery('😀'.repeat(8_000)).terms).toEqual([])
  })
})
