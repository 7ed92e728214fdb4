import { describe, expect, it } from 'vitest'
import { archivedCopy, hostOf, imageSrc, safeHref } from './href'

describe('safeHref', () => {
  it.each([
    'https://example.com/a?b=c#d',
    'HTTP://EXAMPLE.com/',
    'mailto:editor@example.com',
    'https://example.com/#frag.mw65xj6of',
    'http://[::1]:3000/',
  ])('keeps %s as written', (address) => expect(safeHref(address)).toBe(address))

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.com/x',
    '//example.com/',
    '/issues/1',
    '#x',
    'example.com',
    'https://',
    '',
    null,
  ])('refuses %j', (address) => expect(safeHref(address)).toBeNull())

  it('trims', () => expect(safeHref('  https://example.com/ ')).toBe('https://example.com/'))
})

describe('hostOf', () => {
  it.each([
    ['https://www.infoq.com/articles/x', 'infoq.com'],
    ['http://techblog.netflix.com/', 'techblog.netflix.com'],
    ['https://bücher.example/', 'xn--bcher-kva.example'],
    ['http://user:pass@example.com:8080/', 'example.com'],
    ['mailto:me@example.com?subject=x', 'me@example.com'],
    ['not an address', 'not an address'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
  ])('%s → %s', (address, host) => expect(hostOf(address)).toBe(host))
})

describe('imageSrc', () => {
  it('makes a path of ours absolute, and keeps what is absolute as written', () => {
    expect(imageSrc('/images/coil.png', 'https://tides.example')).toBe(
      'https://tides.example/images/coil.png',
    )
    expect(imageSrc('/images/coil.png')).toBe('/images/coil.png')
    expect(imageSrc(' https://media.example/coil.png ')).toBe('https://media.example/coil.png')
  })

  it.each([
    '//evil.example/x.png',
    '/\\evil.example/x.png',
    '/\t/evil.example/x.png',
    'images/coil.png',
    'mailto:a@example.com',
    'data:image/svg+xml,<svg onload=alert(1)>',
    'javascript:alert(1)',
    '',
  ])('refuses %j', (address) => expect(imageSrc(address, 'https://tides.example')).toBeNull())
})

describe('archivedCopy', () => {
  const of = (address: string | null) => archivedCopy(address, '2016-09-25')
  const archive = 'https://web.archive.org/web/20160925/'

  it.each([
    ['https://lwn.net/Articles/495304/', 'https://lwn.net/Articles/495304/'],
    ['HTTP://Example.com', 'http://example.com/'],
    ['https://example.com/a?b=c&d=%20#frag.mw65', 'https://example.com/a?b=c&d=%20'],
    ['https://example.com/a b"><script>', 'https://example.com/a%20b%22%3E%3Cscript%3E'],
    ['https://me:secret@example.com/', 'https://example.com/'],
    ['https://example.com/https://other.example/', 'https://example.com/https://other.example/'],
    ['https://münchen.example/ü', 'https://xn--mnchen-3ya.example/%C3%BC'],
  ])('of %s is found by address and day', (address, target) => expect(of(address)).toBe(archive + target))

  it.each([
    null,
    '',
    'javascript:alert(1)',
    'mailto:a@example.com',
    '/media/x',
    'not an address',
    'https://web.archive.org/web/2015/https://example.com/',
    'https://archive.ph/abc',
  ])('of %j there is none', (address) => expect(of(address)).toBeNull())
})
