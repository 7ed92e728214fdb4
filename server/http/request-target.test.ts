import { describe, expect, it } from 'vitest'
import { parseTarget } from './request-target'

describe('parseTarget', () => {
  it('separates path and query', () => {
    const target = parseTarget('/search?q=caf%C3%A9&x')
    expect(target?.path).toBe('/search')
    expect(target?.query.get('q')).toBe('café')
  })

  it.each([
    '//evil.example/',
    'http://evil.example/',
    '*',
    '',
    '/a%00b',
    '/a%zz',
    '/a/../b',
    '/a/%2e%2e/b',
    '/a\\b',
    '/a b',
    `/${'a'.repeat(5000)}`,
  ])('refuses %j', (target) => expect(parseTarget(target)).toBeNull())
})
