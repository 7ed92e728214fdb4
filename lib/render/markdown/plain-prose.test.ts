import fc from 'fast-check'
import type { Nodes } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { readPlainProse } from './plain-prose'

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze()

/** The tree without the places of its nodes in the text. */
function bare(node: Nodes): unknown {
  const { position: _position, ...rest } = node
  return 'children' in rest ? { ...rest, children: rest.children.map(bare) } : rest
}
const parsed = (text: string) => bare(parser.parse(text))

/** What Markdown gives a meaning to, and what looks much like it. */
const pieces = [
  ...`a Word é 漢字 שלום 😀 12 1. 3) 0.5 . , : ; — “ ” " ( ) / ! ? # % + - = -- === * _ \` ~ ~~
| < > & &amp; [ ] ![ ^ { } http:// https://a.example www.a.example a@b.example
mailto:a@b.example <br> [^1] :- [a](https://b.example/c) [a](https://b.example/(c))
[a](/b) [b][a] [a](https://b.example/@c) HTTPS://A.example`.split(/\s/),
  ' ',
  '  ',
  '\n',
  '\n\n',
  '\n\n\n',
  '\t',
  '\r\n',
  "'",
  '> ',
  '- ',
  '& ',
  '\\',
  '\0',
  '[two words](https://b.example/?q=1&r=2#s)',
  '[a\nb](http://b.example)',
  '\u00A0',
  '[a]( https://b.example )',
  '[a]: https://b.example',
  '[ ](https://b.example)',
  '[a](https://b.example "t")',
  '[x] ',
  '\uFEFF',
  '\u2028',
]
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((all) => all.join(''))
/** Seldom more than one sign, so that most are read here. */
const prose = fc
  .array(
    fc.oneof(
      {
        weight: 8,
        arbitrary: fc.constantFrom('word ', 'and ', 'more, ', 'end.\n\n', 'line\n', '> ', '(x) ', 'A & B '),
      },
      {
        weight: 3,
        arbitrary: fc.constantFrom('[a b](https://c.example/d-e_f) ', '[a](http://b.example/~x?y=z)'),
      },
      { weight: 1, arbitrary: fc.constantFrom(...pieces) },
    ),
    { maxLength: 20 },
  )
  .map((all) => all.join(''))

describe('Plain prose', () => {
  it.each([
    ['A sentence, and [a link](https://a.example/b?c=d&e=f).'],
    ['> A quote\n> of two lines.\n\nWhat is said of it: 1. nothing.\n\n\nMore!'],
    ['\n\n[a](https://a.example)[b](https://b.example)\n'],
    ['R & D (all of it) — “said” so; 12 of 13'],
    [''],
  ])('is read as the parser reads it: %j', (text) => {
    expect(readPlainProse(text)).toEqual(parsed(text))
  })

  it.each([
    '*a*',
    'a_b',
    '`c`',
    '# a',
    '- a',
    '1. a',
    'a  \nb',
    'a\n===',
    '> a\nb',
    '[a]',
    '![a](https://b.example)',
    '[a](https://b.example "c")',
    '[a]: https://b.example',
    'see https://a.example',
    'www.a.example',
    'a@b.example',
    'R&D;',
    '<b>',
    'a | b\n:-|-',
    '    code',
  ])('leaves what could mean more to the parser: %j', (text) => {
    expect(readPlainProse(text)).toBeNull()
  })

  it.each([
    ['any signs', texts],
    ['prose', prose],
  ])('reads nothing in another way: %s', (_name, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (text) => {
        const read = readPlainProse(text)
        if (read) expect(read).toEqual(parsed(text))
      }),
      { numRuns: 4_000 },
    )
  })
})
