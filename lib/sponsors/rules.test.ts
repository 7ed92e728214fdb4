import { describe, expect, test } from 'vitest'
import { countLinks, deadlineOf, findCopyProblems, mayStep, visibleLength } from './rules'
import { slotStates } from './schema'

const copy = { headline: '', text: 'Words', callToAction: '', url: '', imageId: null, imageAlt: '' }
const spec = { maxCharacters: 20, maxLinks: 1, imageAllowed: false }

describe('the visible length', () => {
  test.each([
    ['plain', 5],
    ['**bold** and [a link](https://example.org/very/long/address)', 15],
    ['😀😀', 2],
    ['', 0],
  ])('of %j is %i', (text, length) => expect(visibleLength({ ...copy, text })).toBe(length))
  test('counts headline and call to action too', () =>
    expect(visibleLength({ headline: 'ab', text: 'cd', callToAction: 'ef' })).toBe(6))
})

test('links are those of the text and the address', () =>
  expect(countLinks({ text: '[a](https://a.example) https://b.example', url: 'https://c.example' })).toBe(3))

describe('what keeps copy from being submitted', () => {
  test.each([
    ['nothing written', { text: ' ' }, 'text'],
    ['too long', { text: 'x'.repeat(21) }, 'text'],
    ['too many links', { text: '[a](https://a.example) [b](https://b.example)' }, 'text'],
    ['an address nobody can follow', { url: 'javascript:alert(1)' }, 'url'],
    ['a call that leads nowhere', { callToAction: 'Try it' }, 'url'],
    ['an image where none is allowed', { imageId: 'x', imageAlt: 'A chart' }, 'imageId'],
    ['an image without words', { imageId: 'x' }, 'imageAlt'],
  ])('%s', (_what, fields, field) =>
    expect(Object.keys(findCopyProblems({ ...copy, ...fields }, spec))).toContain(field),
  )
  test('nothing, where all is well', () => expect(findCopyProblems(copy, spec)).toEqual({}))
})

test('a deadline is whole days before the date, across months', () => {
  expect(deadlineOf('2027-03-02', 3)).toBe('2027-02-27')
  expect(deadlineOf('2027-03-02', 0)).toBe('2027-03-02')
})

test('nothing leads out of what is over, and only approved copy runs', () => {
  for (const step of ['submit', 'approve', 'move', 'release', 'miss', 'run', 'book'] as const) {
    expect(mayStep('RELEASED', step) || mayStep('MISSED', step)).toBe(false)
  }
  expect(slotStates.filter((state) => mayStep(state, 'run'))).toEqual(['APPROVED'])
})
