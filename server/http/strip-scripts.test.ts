import { describe, expect, it } from 'vitest'
import { stripScripts } from './strip-scripts'

const page = (head: string, body: string) =>
  `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${body}</body></html>`

describe('stripScripts', () => {
  it('removes scripts and what preloads them, keeps the rest', () => {
    const style = '<link rel="stylesheet" href="/a.css"><link rel="preload" as="style" href="/a.css">'
    const script =
      '<link rel="preload" as="script" href="/a.js"><link rel="modulepreload" href="/b.js"><script src="/a.js" async=""></script>'
    const html = page(style + script, '<!--$--><p>a &lt;b&gt;</p><!--/$--><script>x("</p>")</script>')
    expect(stripScripts(html)).toBe(page(style, '<p>a &lt;b&gt;</p>'))
  })

  it('finds scripts in SVG too', () => {
    expect(stripScripts(page('', '<svg><script>alert(1)</script><g></g></svg>'))).toBe(
      page('', '<svg><g></g></svg>'),
    )
  })

  it('leaves text that only looks like a script', () => {
    const text = '<pre>&lt;script&gt;alert(1)&lt;/script&gt;</pre>'
    expect(stripScripts(page('', text))).toBe(page('', text))
  })
})
