import { expect, test } from 'vitest'
import { diffText } from './rules'

const told = (before: string, after: string, lang = 'en') =>
  diffText(before, after, lang)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`))
    .join('')

test('words that changed are told, the rest stays', () => {
  expect(told('How a harbor counts waves', 'How a harbour counts its waves')).toBe(
    'How a [-harbor][+harbour] counts [+its ]waves',
  )
})
test('a text that came or went is told whole', () => {
  expect(told('', 'New')).toBe('[+New]')
  expect(told('Old', '')).toBe('[-Old]')
  expect(told('', '')).toBe('')
})
test('a change of white space is a change', () => {
  expect(told('One.\n\nTwo.', 'One. Two.')).toContain('[')
})
test('words of a script without spaces are told apart', () => {
  expect(told('今日は天気がいい', '今日は気分がいい', 'ja')).toBe('今日は[-天気][+気分]がいい')
})
test('both texts can be read off again, also where they share nothing or are huge', () => {
  const texts: [string, string][] = [
    ['a b c '.repeat(9000), 'x y z '.repeat(9000)],
    ['same '.repeat(9000), `${'same '.repeat(9000)}end`],
    ['emoji 😀 one', 'emoji 🎉 one'],
  ]
  for (const [before, after] of texts) {
    const parts = diffText(before, after, 'en')
    const read = (gone: string) =>
      parts
        .filter((part) => part.kind !== gone)
        .map((part) => part.text)
        .join('')
    expect(read('added')).toBe(before)
    expect(read('removed')).toBe(after)
  }
})
