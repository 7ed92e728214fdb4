import { expect, test } from 'vitest'
import { readText } from './read-text'

test('a text is read for its paragraphs without code, its links in order, and all its words', () => {
  const text = 'A *harbour* with [a](https://a.example/) and https://b.example/\n\n- One\n- `two`\n\n> Waves'
  expect(readText(text)).toEqual({
    paragraphs: ['A harbour with a and https://b.example/', 'One', 'Waves'],
    links: [
      { label: 'a', url: 'https://a.example/' },
      { label: 'https://b.example/', url: 'https://b.example/' },
    ],
    words: 'A harbour with a and https://b.example/\nOne two\nWaves',
  })
})

test.each([
  ['Thanks to  Jo ', ['Thanks to Jo'], 'Thanks to Jo'],
  ['“It turns”, she said - in 1.5 hours.', ['“It turns”, she said - in 1.5 hours.'], undefined],
  ['- Jo', ['Jo'], 'Jo'],
  ['2) Jo', ['Jo'], 'Jo'],
  ['\tJo', [], 'Jo'],
  ['    Jo', [], 'Jo'],
  ['Jo &amp; Mara', ['Jo & Mara'], 'Jo & Mara'],
  ['Jo \\_', ['Jo _'], 'Jo _'],
  [' ', [], ''],
])('a line is read as Markdown has it, parsed or not: %j', (text, paragraphs, words = text) => {
  expect(readText(text)).toEqual({ paragraphs, links: [], words })
})

test('a text that was read is not read again', () => {
  expect(readText('The *same*')).toBe(readText('The *same*'))
})
