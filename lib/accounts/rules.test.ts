import { describe, expect, it } from 'vitest'
import {
  deviceName,
  isLastOwner,
  isLive,
  personState,
  returnPath,
  sessionIdleLimit,
  signInPath,
  tokenState,
} from '@/lib/accounts/rules'

const now = new Date('2026-11-22T12:00:00Z')
const later = new Date('2026-11-22T12:00:01Z')
const earlier = new Date('2026-11-22T11:59:59Z')

describe('a sign-in link', () => {
  it('is usable until its time', () => {
    expect(tokenState({ consumedAt: null, expiresAt: later }, now)).toBe('usable')
    expect(tokenState({ consumedAt: null, expiresAt: now }, now)).toBe('expired')
  })
  it('says used before expired', () => {
    expect(tokenState({ consumedAt: earlier, expiresAt: earlier }, now)).toBe('used')
  })
})

describe('a session', () => {
  const live = { revokedAt: null, disabledAt: null, seenAt: earlier }
  it('lives while it is used', () => expect(isLive(live, now)).toBe(true))
  it.each([
    ['revoked', { ...live, revokedAt: earlier }],
    ['of a disabled person', { ...live, disabledAt: earlier }],
    ['idle too long', { ...live, seenAt: new Date(now.getTime() - sessionIdleLimit) }],
  ])('is over when %s', (_, session) => expect(isLive(session, now)).toBe(false))
})

describe('the last owner', () => {
  it('is the only one who can act', () => expect(isLastOwner('a', ['a'])).toBe(true))
  it('is not one of two', () => expect(isLastOwner('a', ['a', 'b'])).toBe(false))
  it('is not somebody else', () => expect(isLastOwner('b', ['a'])).toBe(false))
})

it('tells a person’s state', () => {
  expect(personState({ joinedAt: null, disabledAt: null })).toBe('invited')
  expect(personState({ joinedAt: now, disabledAt: null })).toBe('active')
  expect(personState({ joinedAt: now, disabledAt: now })).toBe('disabled')
})

describe('the path to return to', () => {
  it.each(['/admin', '/admin/issues/3?tab=preview#item-1', '/sponsor', '/admin/sign-in-notes', '/'])(
    'keeps %s',
    (path) => expect(returnPath(path)).toBe(path),
  )
  it.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/./ /evil.example',
    '/.//evil.example',
    '/admin/..//evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    'admin',
    '',
    `/${'a'.repeat(2001)}`,
    '/sign-in',
    '/sign-in?next=/admin',
    '/admin/../sign-in',
    '/api/sign-out',
  ])('refuses %j', (path) => expect(returnPath(path)).toBe('/admin'))
  it('is carried by the sign-in page', () => {
    expect(signInPath('/admin/issues?q=a&b')).toBe('/sign-in?next=%2Fadmin%2Fissues%3Fq%3Da%26b')
    expect(signInPath('//evil.example')).toBe('/sign-in')
  })
})

describe('a browser’s name', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1',
      'Safari on iPhone',
    ],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0 Safari/537.36 Edg/140.0', 'Edge on Windows'],
    ['curl/8.5.0', 'curl/8.5.0'],
    [null, 'Unknown browser'],
  ])('%s', (header, name) => expect(deviceName(header)).toBe(name))
  it('is short', () => expect(deviceName('x'.repeat(500))).toHaveLength(60))
})
