import { afterEach, expect, test, vi } from 'vitest'
import { sendRequest } from './browser-transport'

afterEach(() => vi.unstubAllGlobals())

function answerWith(make: () => Response) {
  const fetched = vi.fn(async (_path: string, _init: RequestInit) => make())
  vi.stubGlobal('fetch', fetched)
  return fetched
}
const save = (blurb: string) =>
  sendRequest({ method: 'PATCH', path: '/api/items/a', body: { fields: { blurb } } })

test('an answer of ours is taken, with what it says', async () => {
  answerWith(() => Response.json({ version: 2 }))
  expect(await save('Ebb')).toEqual({ kind: 'ok', body: { version: 2 } })
  answerWith(() => Response.json(null))
  expect(await save('Ebb')).toEqual({ kind: 'ok', body: null })
  answerWith(() => new Response('', { status: 502 }))
  expect(await save('Ebb')).toMatchObject({ kind: 'error', error: { status: 502, code: 'internal' } })
})
test('what something in between answered, or was cut, leaves open what became of a save', async () => {
  answerWith(() => new Response('<h1>Sign in</h1>', { headers: { 'content-type': 'text/html' } }))
  expect(await save('Ebb')).toEqual({ kind: 'network' })
  answerWith(() => new Response('{"vers', { headers: { 'content-type': 'application/json' } }))
  expect(await save('Ebb')).toEqual({ kind: 'network' })
})
test('only what browsers take so is to outlive the page, in bytes', async () => {
  const fetched = answerWith(() => Response.json(null))
  await save('潮'.repeat(9_000))
  await save('潮'.repeat(12_000))
  expect(fetched.mock.calls.map(([, { keepalive }]) => keepalive)).toEqual([true, false])
})
