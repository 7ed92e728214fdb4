import { expect, test } from 'vitest'
import { errorFields } from './log'

test('the log keeps what tells of an error, and nothing that hangs on it', () => {
  const cause = Object.assign(new Error('connection reset'), { code: 'ECONNRESET', client: { host: 'db' } })
  const fields = errorFields(new TypeError('no answer', { cause }))
  expect(fields).toEqual({
    name: 'TypeError',
    message: 'no answer',
    stack: expect.stringContaining('no answer'),
    cause: { name: 'Error', message: 'connection reset', code: 'ECONNRESET', stack: expect.any(String) },
  })
})
test('what was thrown without being an error is kept as text', () => {
  expect(errorFields('oops')).toEqual({ message: 'oops' })
})
test('the id that a page shows of an error is in the log', () => {
  expect(errorFields(Object.assign(new Error('lost'), { digest: '2441079824' }))).toMatchObject({
    digest: '2441079824',
  })
})
