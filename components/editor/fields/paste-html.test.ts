import { describe, expect, test } from 'vitest'
import { htmlToMarkdown } from './paste-html'

describe('pasted rich text', () => {
  test('keeps links, emphasis, lists and quotes', () => {
    const html = `<meta charset="utf-8"><p>See <a href="https://a.example/x">this <b>post</b></a>, <i>really</i>.</p>
      <ul><li>one</li><li>two</li></ul><blockquote><p>said so</p></blockquote>`
    expect(htmlToMarkdown(html)).toBe(
      'See [this **post**](https://a.example/x), *really*.\n\n- one\n- two\n\n> said so',
    )
  })
  test('from a Google document is read by its styles, with its addresses as they were', () => {
    const html = `<b style="font-weight:normal;" id="docs-internal-guid-1"><p><span style="font-weight:700">Bold</span>
      <span style="font-style:italic">and leaning</span> <a href="https://www.google.com/url?q=https://a.example/&amp;sa=D"><span>a link</span></a></p></b>`
    expect(htmlToMarkdown(html)).toBe('**Bold** *and leaning* [a link](https://a.example/)')
  })
  test('from Word loses the noise', () => {
    const html = `<html><head><style>p.MsoNormal {}</style></head><body><!--StartFragment-->
      <p class="MsoNormal">Plain<o:p></o:p></p><!--EndFragment--></body></html>`
    expect(htmlToMarkdown(html)).toBe('Plain')
  })
  test('from Word keeps what is bold, and has its lists again', () => {
    const entry = (style: string, mark: string, words: string) =>
      `<p class=MsoListParagraphCxSpMiddle style='text-indent:-.25in;mso-list:${style}'><![if !supportLists]><span
        style='font-family:Symbol'><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
        </span></span></span><![endif]>${words}<o:p></o:p></p>`
    const html = `<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Bold</b> words.&nbsp; Then<o:p></o:p></p>
      ${entry('l0 level1 lfo1', '·', 'One <b>thing</b>')}
      ${entry('l0 level2 lfo1', 'o', 'inside')}
      ${entry('l0 level1 lfo1', '·', 'another')}
      <p class=MsoNormal>After</p>
      ${entry('l1 level1 lfo2', '1.', 'first')}${entry('l1 level1 lfo2', '2.', 'second')}`
    expect(htmlToMarkdown(html)).toBe(
      '**Bold** words. Then\n\n- One **thing**\n  - inside\n- another\n\nAfter\n\n1. first\n2. second',
    )
  })
  test('from Word by way of a browser that took its styles has its lists all the same', () => {
    const html = `<p class="MsoListParagraph"><span>·<span>&nbsp;&nbsp; </span></span>No agents</p>
      <p class="MsoListParagraph"><span>·<span>&nbsp; </span></span><b>Ten</b> minutes</p>
      <p class="MsoListParagraph">Indented, and no entry</p>`
    expect(htmlToMarkdown(html)).toBe('- No agents\n- **Ten** minutes\n\nIndented, and no entry')
  })
  test('from Google’s documents has lists without lines between, unless an entry has two paragraphs', () => {
    const html = `<ul><li><p>No agents</p><ul><li><p>none at all</p></li></ul></li><li><p>Half the noise</p></li></ul>`
    expect(htmlToMarkdown(html)).toBe('- No agents\n  - none at all\n- Half the noise')
    expect(htmlToMarkdown('<ul><li><p>One</p><p>more</p></li><li><p>Two</p></li></ul>')).toBe(
      '- One\n\n  more\n\n- Two',
    )
  })
  test('keeps an ampersand as it was, and what would read as another sign apart', () => {
    const html = `<p>R&amp;D <a href="https://a.example/?a=1&amp;b=2">here</a>, <code>\\&amp;b</code> and &amp;amp;</p>`
    expect(htmlToMarkdown(html)).toBe('R&D [here](https://a.example/?a=1&b=2), `\\&b` and \\&amp;')
  })
  test('loses whatever could run', () => {
    const html = `<p onclick="x()">a <a href="javascript:alert(1)">b</a><script>x()</script><img src=x onerror=x()></p>`
    expect(htmlToMarkdown(html)).toBe('a b')
  })
})
