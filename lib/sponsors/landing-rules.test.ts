import { describe, expect, test } from 'vitest'
import type { OutgoingReason } from '@/lib/outgoing/outgoing-error'
import { isChallenge } from '@/lib/pages/guards'
import { isWorse, judgeLanding, type Look, neededUntil, pagesOf, worstFirst } from './landing-rules'

const written = 'https://acme.com/spring/offer?utm_source=x'
const at = new Date('2026-11-24T08:00:00Z')
const date = '2026-11-27'
const answered = (fields: Partial<Extract<Look, { kind: 'answered' }>> = {}): Look => ({
  kind: 'answered',
  url: written,
  status: 200,
  challenge: false,
  certificateExpiresAt: null,
  ...fields,
})
const judge = (look: Look, from = written) => judgeLanding(from, look, date, at)
const outcomeOf = (fields: Parameters<typeof answered>[0], from?: string) =>
  judge(answered(fields), from).outcome

describe('what answers', () => {
  test.each([
    [200, 'OK'],
    [204, 'OK'],
    [400, 'UNSURE'],
    [401, 'UNSURE'],
    [403, 'UNSURE'],
    [404, 'DEAD'],
    [405, 'UNSURE'],
    [410, 'DEAD'],
    [429, 'UNSURE'],
    [451, 'UNSURE'],
    [304, 'UNSURE'],
    [500, 'DEAD'],
    [503, 'DEAD'],
    [521, 'DEAD'],
    [999, 'UNSURE'],
  ] as const)('with %i is %s', (status, outcome) => expect(outcomeOf({ status })).toBe(outcome))

  test.each([200, 403, 503])('with %i and a riddle for robots is not to be sure of', (status) =>
    expect(outcomeOf({ status, challenge: true })).toBe('UNSURE'),
  )
})

describe('what does not answer', () => {
  test.each<[OutgoingReason, string]>([
    ['unknown_host', 'DEAD'],
    ['timeout', 'DEAD'],
    ['connection', 'DEAD'],
    ['cut', 'DEAD'],
    ['protocol', 'DEAD'],
    ['address', 'DEAD'],
    ['refused', 'DEAD'],
    ['certificate', 'CERTIFICATE'],
    ['redirects', 'UNSURE'],
    ['offline', 'UNSURE'],
  ])('for %s is %s', (reason, outcome) => {
    const { outcome: found, message } = judge({ kind: 'failed', url: written, reason })
    expect(found).toBe(outcome)
    expect(message).toMatch(/^[A-Zac].*\.$/)
  })

  test('is named by the host it ended at, or by what could not be read', () => {
    const at = (url: string) => judge({ kind: 'failed', url, reason: 'timeout' }).message
    expect(at('https://www.other.com/x')).toMatch(/^other.com did not answer within 10 seconds\. /)
    expect(at('http://[')).toMatch(/^http:..\[ did not answer within 10 seconds\. /)
  })
})

describe('a redirect', () => {
  test.each([
    ['to https', 'http://acme.com/a', 'https://acme.com/a'],
    ['to www.', 'https://acme.com/a', 'https://www.acme.com/a'],
    ['to another host of the domain', 'https://go.acme.com/a', 'https://www.acme.com/pricing'],
    ['under a suffix of two parts', 'https://acme.co.uk/a', 'https://shop.acme.co.uk/a'],
    ['to another page', 'https://acme.com/a', 'https://acme.com/b'],
    ['from the front page to that of a language', 'https://acme.com/', 'https://acme.com/en-us/'],
    ['from one front page to the other', 'https://acme.com/en', 'https://acme.com/'],
    ['from a front page with tracking', 'https://acme.com/?utm_source=x', 'https://acme.com/'],
    ['to a page named in the query', 'https://acme.com/a', 'https://acme.com/?page=5'],
    ['to a page named in the fragment', 'https://acme.com/a', 'https://acme.com/#/a'],
    ['of an address of numbers', 'http://93.184.216.34/a', 'http://93.184.216.34/b'],
  ])('%s is fine', (_how, from, url) => expect(outcomeOf({ url }, from)).toBe('OK'))

  test.each([
    ['to another domain', 'https://acme.com/a', 'https://parked.net/a'],
    ['to another owner under a shared suffix', 'https://acme.github.io/', 'https://other.github.io/'],
    ['to another under a suffix of two parts', 'https://acme.co.uk/', 'https://other.co.uk/'],
    ['by a shortener', 'https://bit.ly/3x', 'https://acme.com/'],
    ['to another address of numbers', 'http://93.184.216.34/', 'http://93.184.216.35/'],
    ['from a page to the front page', 'https://acme.com/a/b', 'https://acme.com/'],
    ['from a page to index.html', 'https://acme.com/a', 'https://www.acme.com/index.html'],
    ['from a page to the front page of a language', 'https://acme.com/a', 'https://acme.com/de/'],
    ['from a page to the front page, tracking kept', 'https://acme.com/a?utm=x', 'https://acme.com/?utm=x'],
  ])('%s is pointed out', (_how, from, url) => expect(outcomeOf({ url }, from)).toBe('REDIRECTED'))

  test('says where it leads', () => {
    const { message } = judge(answered({ url: 'https://www.parked.net/' }))
    expect(message).toContain('leads on to parked.net, another site than acme.com')
  })

  test('to a page that is gone is dead', () =>
    expect(outcomeOf({ url: 'https://parked.net/', status: 404 })).toBe('DEAD'))
})

describe('a certificate', () => {
  const ends = (day: string) => outcomeOf({ certificateExpiresAt: new Date(day) })

  test('is needed until 48 hours after the day of the issue', () => {
    expect(neededUntil(date)).toEqual(new Date('2026-11-30T00:00:00Z'))
    expect(ends('2026-11-30T00:00:00Z')).toBe('OK')
    expect(ends('2026-11-29T23:59:59Z')).toBe('CERTIFICATE')
  })

  test('of an issue far away is left to renew itself until two weeks before its end', () => {
    const look = answered({ certificateExpiresAt: new Date('2026-12-20T00:00:00Z') })
    const on = (day: string) => judgeLanding(written, look, '2027-02-05', new Date(day)).outcome
    expect(on('2026-11-24T08:00:00Z')).toBe('OK')
    expect(on('2026-12-07T08:00:00Z')).toBe('CERTIFICATE')
  })

  test('says when it ends, in words', () => {
    const look = answered({ certificateExpiresAt: new Date('2026-11-28T12:00:00Z') })
    expect(judge(look).message).toContain('of acme.com ends on Saturday 28 November 2026')
  })

  test('is not what is said of a page that leads elsewhere', () =>
    expect(outcomeOf({ url: 'https://parked.net/', certificateExpiresAt: at })).toBe('REDIRECTED'))
})

describe('isChallenge', () => {
  test.each([
    ['by a header', 503, { 'cf-mitigated': 'challenge' }, ''],
    ['by a header of an accepted request', 202, { 'x-amzn-waf-action': 'challenge' }, ''],
    ['by the words of the page', 503, {}, '<title>Just a moment...</title>'],
    ['in place of a page that is not there', 404, {}, '<script>window._cf_chl_opt = {}</script>'],
    ['by a header of what is not there', 404, { 'cf-mitigated': 'challenge' }, ''],
    ['by a riddle', 503, {}, '<script src="https://captcha.example/x.js">'],
  ])('knows a guard %s', (_how, status, headers, text) =>
    expect(isChallenge(status, headers, text)).toBe(true),
  )

  test('takes neither an outage nor a page with a riddle in its form for one', () => {
    expect(isChallenge(503, { server: 'nginx' }, '<h1>Service unavailable</h1>')).toBe(false)
    expect(isChallenge(200, {}, '<div class="g-recaptcha">')).toBe(false)
    expect(isChallenge(200, { 'x-datadome': 'protected' }, '<h1>Tides</h1>')).toBe(false)
    expect(isChallenge(404, { 'x-datadome': 'protected' }, '<h1>Not found</h1>')).toBe(false)
    expect(isChallenge(404, {}, '<h1>Not found</h1><div class="g-recaptcha">')).toBe(false)
    const letThrough = '<h1>Not found</h1><script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js">'
    expect(isChallenge(404, {}, letThrough)).toBe(false)
    expect(isChallenge(410, {}, '<p>Just a moment, we verify you are human before you write.')).toBe(false)
  })
})

describe('what is worse', () => {
  test('than nothing known is whatever is wrong', () => {
    expect(isWorse('DEAD', null)).toBe(true)
    expect(isWorse('OK', null)).toBe(false)
    expect(isWorse('UNSURE', null)).toBe(false)
  })

  test('is said once, and not when it mends', () => {
    expect(isWorse('DEAD', 'DEAD')).toBe(false)
    expect(isWorse('CERTIFICATE', 'DEAD')).toBe(false)
    expect(isWorse('DEAD', 'CERTIFICATE')).toBe(true)
    expect(isWorse('REDIRECTED', 'UNSURE')).toBe(true)
    expect(isWorse('UNSURE', 'OK')).toBe(false)
  })

  test('comes first of several', () => {
    const checks = (['OK', 'DEAD', 'REDIRECTED'] as const).map((outcome) => ({ outcome }))
    expect(worstFirst(checks).map(({ outcome }) => outcome)).toEqual(['DEAD', 'REDIRECTED', 'OK'])
  })
})

test('looked at is each address that copy leads to, once, its own as it was written', () => {
  const url = ' https://acme.example/?utm=x'
  const text =
    'See [the docs](https://docs.example/a), <https://docs.example/a> and [mail](mailto:a@b.example).'
  expect(pagesOf([{ url, text }])).toEqual([url, 'https://docs.example/a'])
  expect(pagesOf([{ url: '', text: 'Nothing.' }])).toEqual([])
})
