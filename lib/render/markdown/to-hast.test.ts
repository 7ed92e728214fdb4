import { describe, expect, it } from 'vitest'
import { hastToHtml } from './hast-html'
import { hastToText } from './hast-text'
import { plainSummary } from './plain-summary'
import type { ReaderOptions } from './rehype-reader'
import { inlineChildren, markdownToHast } from './to-hast'

function html(text: string, options: Partial<ReaderOptions> = {}): string {
  return hastToHtml(markdownToHast(text, options).children).replace(/>\n+</g, '><').trim()
}

describe('Markdown for readers', () => {
  it.each([
    ['*a* **b** `c` ~~d~~', '<p><em>a</em> <strong>b</strong> <code>c</code> <del>d</del></p>'],
    ['one  \ntwo', '<p>one<br>\ntwo</p>'],
    ['3. c\n4. d', '<ol start="3"><li>c</li><li>d</li></ol>'],
    ['- [x] done\n- [ ] open', '<ul><li>☑ done</li><li>☐ open</li></ul>'],
    [
      '[a](https://a.example/?x=1&y=2)',
      '<p><a href="https://a.example/?x=1&#x26;y=2" rel="noopener">a</a></p>',
    ],
    ['~not struck~', '<p>~not struck~</p>'],
    ['', ''],
  ])('%j', (text, expected) => expect(html(text)).toBe(expected))

  it('shows HTML as it was written, breaks at <br>, and hides comments', () => {
    expect(html('A `Vec` is Vec<String>')).toBe('<p>A <code>Vec</code> is Vec&#x3C;String></p>')
    expect(html('<script>alert(1)</script>')).toBe('<p>&#x3C;script>alert(1)&#x3C;/script></p>')
    expect(html('a<br>b<br/>c')).toBe('<p>a<br>b<br>c</p>')
    expect(html('a <!-- hidden --> b')).toBe('<p>a  b</p>')
  })

  it('unwraps links that may not be followed, and keeps their words', () => {
    expect(html('[a](javascript:alert(1)) [b](/c) [d](data:x) [e](#f)')).toBe('<p>a b d e</p>')
    expect(html('[*a* b](vbscript:x)')).toBe('<p><em>a</em> b</p>')
  })

  it('marks a sponsor’s links', () => {
    expect(html('<https://a.example>', { sponsored: true })).toBe(
      '<p><a href="https://a.example" rel="sponsored noopener">https://a.example</a></p>',
    )
  })

  it('links to pictures instead of loading them', () => {
    expect(html('![A chart](https://a.example/c.png)')).toContain('rel="noopener">A chart</a>')
    expect(html('![](https://www.a.example/c.png)')).toContain('>a.example</a>')
    expect(html('[![Logo](https://a.example/l.png)](https://b.example)')).toBe(
      '<p><a href="https://b.example" rel="noopener">Logo</a></p>',
    )
    expect(html('![x](javascript:alert(1))')).toBe('<p>x</p>')
  })

  it('sets headings below the level that the page has reached', () => {
    expect(html('# a')).toBe('<h4>a</h4>')
    expect(html('##### a')).toBe('<h5>a</h5>')
    expect(html('# a\n\n### b', { heading: 2 })).toBe('<h2>a</h2><h3>b</h3>')
  })

  it('keeps footnotes as text', () => {
    expect(html('a[^1]\n\n[^1]: b *c*')).toBe('<p>a[^1]</p><p>[^1]: b <em>c</em></p>')
  })

  it('writes a direction only on blocks that run against the page', () => {
    expect(html('Hello\n\nשלום')).toBe('<p>Hello</p><p dir="rtl">שלום</p>')
    expect(html('שלום\n\nHello', { dir: 'rtl' })).toBe('<p>שלום</p><p dir="ltr">Hello</p>')
    expect(html('> שלום', {})).toBe('<blockquote dir="rtl"><p>שלום</p></blockquote>')
  })

  it('survives texts made to break parsers', () => {
    for (const text of ['>'.repeat(65_000), '+ '.repeat(30_000), '['.repeat(20_000), '*a '.repeat(10_000)]) {
      expect(hastToText(markdownToHast(text)).length).toBeGreaterThan(0)
    }
    const parens = `${'(['.repeat(9000)}x`
    expect(html(parens)).toContain('x')
  })
})

describe('attributions', () => {
  it.each([
    ['> q\n>\n> — Me', '<blockquote><p>q</p><footer>— Me</footer></blockquote>'],
    ['> q\n> — Me', '<blockquote><p>q</p><footer>— Me</footer></blockquote>'],
    ['> q  \n> r  \n> — Me *x*', '<blockquote><p>q<br>\nr</p><footer>— Me <em>x</em></footer></blockquote>'],
    ['> — Me', '<blockquote><p>— Me</p></blockquote>'],
    ['> a — b', '<blockquote><p>a — b</p></blockquote>'],
    ['> — a\n>\n> b', '<blockquote><p>— a</p><p>b</p></blockquote>'],
    ['> q\n>\n> —no space', '<blockquote><p>q</p><p>—no space</p></blockquote>'],
  ])('%j', (text, expected) => expect(html(text)).toBe(expected))
})

describe('plain text', () => {
  const text = (markdown: string) => hastToText(markdownToHast(markdown))
  it.each([
    ['a [b](https://c.example) d\nsame', 'a b <https://c.example> d same'],
    ['<https://c.example> www.d.example <me@e.example>', 'https://c.example www.d.example me@e.example'],
    ['a\n\n> b  \n> c\n>\n> — D', 'a\n\n> b\n> c\n>\n> — D'],
    ['- a\n- b\n\n  c', '- a\n- b\n\n  c'],
    ['2. a\n3. b', '2. a\n3. b'],
    ['# T\n\n---\n\n    code', 'T\n\n* * *\n\n    code'],
    ['|a|b|\n|-|-|\n|1|2|', 'a | b\n1 | 2'],
  ])('%j', (markdown, expected) => expect(text(markdown)).toBe(expected))

  it('is summed up in one line cut at a word', () => {
    expect(plainSummary('A *short* [text](https://x.example).\n\n> Yes.', 80)).toBe('A short text.')
    expect(plainSummary('> Only a quote.', 80)).toBe('Only a quote.')
    expect(plainSummary('one two three four', 15)).toBe('one two three…')
    expect(plainSummary('😀'.repeat(20), 5)).toBe('😀😀😀😀…')
  })

  it('of one line joins its paragraphs', () => {
    expect(hastToHtml(inlineChildren(markdownToHast('a *b*\n\nc')))).toBe('a <em>b</em> c')
  })
})
