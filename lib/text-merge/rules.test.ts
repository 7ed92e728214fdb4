import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinParts, mergeField, mergeTexts } from './rules'

const base = 'The harbour counts its waves by hand. Nobody knows why. It takes all night.'

describe('two people’s texts', () => {
  test('are put together where their changes stand apart', () => {
    const mine = base.replace('by hand', 'by ear')
    const theirs = base.replace('all night', 'two nights')
    expect(mergeTexts(base, mine, theirs).text).toBe(
      'The harbour counts its waves by ear. Nobody knows why. It takes two nights.',
    )
  })
  test('clash where both changed the same words, and the rest is put together', () => {
    const mine = base.replace('by hand', 'by ear').replace('knows', 'sees')
    const theirs = base.replace('by hand', 'on paper')
    const { text, parts } = mergeTexts(base, mine, theirs)
    expect(text).toBeNull()
    expect(parts.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'clash', base: 'by hand', mine: 'by ear', theirs: 'on paper' },
      { kind: 'mine', base: 'knows', text: 'sees' },
    ])
  })
  test('clash where their changes touch, with no word between', () => {
    expect(mergeTexts('one two three four', 'one 2 three four', 'one two 3 four').text).toBeNull()
    expect(mergeTexts('one, two', 'one: two', 'one, 2').text).toBeNull()
  })
  test('that both end anew are shown one after the other', () => {
    const { parts } = mergeTexts('One.', 'One.\n\nMine.', 'One.\n\nTheirs.')
    expect(joinParts(parts)).toBe('One.\n\nMine.\n\nTheirs.')
    expect(joinParts(mergeTexts('a b', 'a mine', 'a theirs').parts)).toBe('a mine theirs')
  })
  test('in a script without spaces are told apart by words', () => {
    expect(mergeTexts('今日は天気がいいです', '昨日は天気がいいです', '今日は天気が悪いです').text).toBe(
      '昨日は天気が悪いです',
    )
  })
  test('with nothing in common clash as a whole', () => {
    const [one, other] = ['a b '.repeat(4000), 'x y '.repeat(4000)]
    expect(mergeTexts('n m '.repeat(4000), one, other).text).toBeNull()
  })
})

const sentence = fc
  .array(fc.constantFrom('sea', 'tide', 'ebb', ' ', '\n\n', '.', '😀', '今日は', '  '), { maxLength: 24 })
  .map((parts) => parts.join(' '))

describe('two people’s values of a field', () => {
  test('are put together where they are words', () => {
    expect(mergeField('blurb', 'one two three', 'ONE two three', 'one two THREE')).toBe('ONE two THREE')
  })
  test('are a choice where they are one thing: no date, address or kind is made that neither meant', () => {
    expect(mergeField('date', '2026-03-01', '2027-03-01', '2026-03-08')).toBeNull()
    expect(mergeField('slug', 'one-two-three', 'on-two-three', 'one-two-four')).toBeNull()
    expect(
      mergeField('url', 'https://a.example/x/1', 'http://a.example/x/1', 'https://a.example/x/2'),
    ).toBeNull()
    expect(mergeField('number', 41, 42, 43)).toBeNull()
  })
  test('are the one that was changed where the other was not', () => {
    expect(mergeField('date', '2026-03-01', '2026-03-01', '2026-03-08')).toBe('2026-03-08')
    expect(mergeField('date', '2026-03-01', '2026-03-08', '2026-03-01')).toBe('2026-03-08')
  })
})

test('whoever changed nothing gets the other’s text, and agreeing is no clash', () => {
  fc.assert(
    fc.property(sentence, sentence, (one, other) => {
      expect(mergeTexts(one, one, other).text).toBe(other)
      expect(mergeTexts(one, other, one).text).toBe(other)
      expect(mergeTexts(one, other, other).text).toBe(other)
    }),
  )
})
test('both texts can be read off the parts, and both sides see the same', () => {
  fc.assert(
    fc.property(sentence, sentence, sentence, (base, mine, theirs) => {
      const { text, parts } = mergeTexts(base, mine, theirs)
      const was = parts.map((part) => (part.kind === 'same' ? part.text : part.base)).join('')
      expect(was).toBe(base)
      expect(mergeTexts(base, theirs, mine).text).toBe(text)
      if (text === null) expect(parts.some(({ kind }) => kind === 'clash')).toBe(true)
    }),
  )
})
