import { expect, test } from 'vitest'
import { makeCanary } from './canary'

const canary = makeCanary()
const text = `before ${canary.say('blurb')} after`

test.each([
  ['as it is', Buffer.from(text)],
  ['in capitals', Buffer.from(text.toUpperCase())],
  ['as hexadecimal digits', Buffer.from(Buffer.from(text).toString('hex'))],
  ['as base64', Buffer.from(Buffer.from(text).toString('base64'))],
  ['as base64, one byte on', Buffer.from(Buffer.from(`x${text}`).toString('base64'))],
  ['as base64, two bytes on', Buffer.from(Buffer.from(`xx${text}`).toString('base64'))],
  ['as UTF-16', Buffer.from(text, 'utf16le')],
])('a canary is seen %s', (_how, bytes) => expect(canary.isIn(bytes)).toBe(true))

test('nothing else is taken for one', () => {
  expect(canary.isIn(Buffer.from(`canary ${makeCanary().say('blurb')}`))).toBe(false)
})
