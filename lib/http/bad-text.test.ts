import { expect, test } from 'vitest'
import { z } from 'zod'
import { DEFAULT_BODY_BYTES, readBody } from './read-body'
import { parseInput } from './write-route'

const send = (body: string) => {
  const headers = { 'content-type': 'application/json' }
  return readBody(
    new Request('http://news.example/api', { method: 'POST', headers, body }),
    DEFAULT_BODY_BYTES,
  )
}

test('half a character becomes the sign for one that is lost, whole ones stay', async () => {
  const { value } = await send('{"fields":{"links":[{"label":"a\\ud83d"}],"headline":"\\ud83d\\ude00"}}')
  expect(value).toEqual({ fields: { links: [{ label: 'a\uFFFD' }], headline: '😀' } })
})
test('a NUL is refused at its field, wherever it is', () => {
  const schema = z.strictObject({ fields: z.strictObject({ topics: z.array(z.string()) }) })
  expect(parseInput(schema, { fields: { topics: ['on-call'] } })).toEqual({ fields: { topics: ['on-call'] } })
  expect(() => parseInput(schema, { fields: { topics: ['on-call', 'a\u0000'] } })).toThrow(
    expect.objectContaining({ code: 'invalid', fields: { 'topics.1': expect.stringContaining('NUL') } }),
  )
})
