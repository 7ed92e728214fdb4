import { describe, expect, it } from 'vitest'
import { readTokens } from './tokens'

const words = (text: string) => readTokens(text).map(({ word, at }) => `${word}@${at}`)

describe('what can be found of a text', () => {
  it('is its words, folded, in their places', () => {
    expect(words('Migração of the Café')).toEqual(['migracao@0', 'of@1', 'the@2', 'cafe@3'])
    expect(words('STRASSE Straße ＡＷＳ Œuvre Łódź')).toEqual([
      'strasse@0',
      'strasse@1',
      'aws@2',
      'oeuvre@3',
      'lodz@4',
    ])
  })

  it('is parts and the whole of what is written together', () => {
    expect(words('node.js')).toEqual(['node@0', 'js@1', 'nodejs@0'])
    expect(words('a fail‑over now')).toEqual(['a@0', 'fail@1', 'over@2', 'failover@1', 'now@3'])
    expect(words('io_uring I/O')).toEqual(['io@0', 'uring@1', 'iouring@0', 'i@2', 'o@3', 'io@2'])
    expect(words('1,300 at 10.0.0.1')).toEqual([
      '1@0',
      '300@1',
      '1300@0',
      'at@2',
      '10@3',
      '0@4',
      '0@5',
      '1@6',
    ])
    expect(words('one, two')).toEqual(['one@0', 'two@1'])
    expect(words('this. Then')).toEqual(['this@0', 'then@1'])
  })

  it('knows genitives and contractions', () => {
    expect(words("GitHub's GitHub’s load")).toEqual(['github@0', 'github@1', 'load@2'])
    expect(words('don’t')).toEqual(['don@0', 't@1', 'dont@0'])
    expect(words("l'article")).toEqual(['l@0', 'article@1', 'larticle@0'])
  })

  it('keeps the signs that belong to a name', () => {
    expect(words('C++, C# and F#.')).toEqual(['c@0', 'c++@0', 'c@1', 'c#@1', 'and@2', 'f@3', 'f#@3'])
    expect(words('#serverless @honest_update issue #41')).toEqual([
      'serverless@0',
      'honest@1',
      'update@2',
      'honestupdate@1',
      'issue@3',
      '41@4',
    ])
  })

  it('is each character and each pair where words have no spaces', () => {
    expect(words('障害対応')).toEqual(['障@0', '障害@0', '害@1', '害対@1', '対@2', '対応@2', '応@3'])
    expect(words('Reactの基礎 を')).toEqual(['react@0', 'の@1', 'の基@1', '基@2', '基礎@2', '礎@3', 'を@4'])
    expect(words('장애 대응')).toEqual(['장@0', '장애@0', '애@1', '대@2', '대응@2', '응@3'])
  })

  it('takes half-width kana and their marks as one', () => {
    expect(words('ｶﾞｲﾄﾞ')).toEqual(words('ガイド'))
    const [first] = readTokens('ｶﾞｲﾄﾞ')
    expect(first).toEqual({ word: 'ガ', kind: 'sign', at: 0, start: 0, end: 2 })
  })

  it('leaves out points and forms that people type for one another', () => {
    expect(words('شَبَكة أخبار می‌خواهم')).toEqual(['شبكه@0', 'اخبار@1', 'ميخواهم@2'])
    expect(words('שָׁלוֹם')).toEqual(['שלום@0'])
    expect(words('ёлка йога')).toEqual(['елка@0', 'йога@1'])
    expect(words('हिन्दी')).toEqual(['हिन्दी@0'])
  })

  it('says where each stands', () => {
    const text = 'The Ｃafé’s 障害'
    const at = (word: string) => {
      const token = readTokens(text).find((one) => one.word === word)
      return text.slice(token?.start, token?.end)
    }
    expect(at('cafe')).toBe('Ｃafé')
    expect(at('障害')).toBe('障害')
  })

  it('is nothing in signs, and short of a word without end', () => {
    expect(words('🦀 — … "" \0 %00')).toEqual(['00@0'])
    expect(words('x'.repeat(5_000))).toEqual([`${'x'.repeat(48)}@0`])
    expect(words('')).toEqual([])
  })
})
