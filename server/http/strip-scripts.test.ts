import { describe, expect, it } from 'vitest'
import { hostileTexts } from '@/lib/testing/hostile-texts'
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

  it('removes what React would take over the page by, whatever is said in it', () => {
    const text = hostileTexts(3).map((each) => JSON.stringify([1, each]).replaceAll('<', '\\u003c'))
    const scripts = text.map((each) => `<script nonce="">self.__next_f.push(${each})</script>`)
    const first = '<script>(self.__next_f=self.__next_f||[]).push([0])</script>'
    expect(stripScripts(page('', `${first}<p>a</p>${scripts.join('')}<p>b</p>`))).toBe(
      page('', '<p>a</p><p>b</p>'),
    )
  })

  it('makes no script of two halves around one that it removes', () => {
    const html = page('', '<scr<script>self.__next_f.push([1])</script>ipt>alert(1)</script>')
    expect(stripScripts(html)).not.toContain('<script')
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
