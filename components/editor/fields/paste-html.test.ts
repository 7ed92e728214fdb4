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
  test('loses whatever could run', () => {
    const html = `<p onclick="x()">a <a href="javascript:alert(1)">b</a><script>x()</script><img src=x onerror=x()></p>`
    expect(htmlToMarkdown(html)).toBe('a b')
  })
})
