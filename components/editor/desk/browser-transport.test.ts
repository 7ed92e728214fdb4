import { afterEach, expect, test, vi } from 'vitest'
import { leavePage } from '@/components/studio/send-json'
import { sendRequest } from './browser-transport'

afterEach(() => {
  vi.unstubAllGlobals()
  leavePage(false)
})

function answerWith(make: () => Response) {
  const fetched = vi.fn(async (_path: string, _init: RequestInit) => make())
  vi.stubGlobal('fetch', fetched)
  return fetched
}
const save = (blurb: string) =>
  sendRequest({ method: 'PATCH', path: '/api/items/a', body: { commandId: 'c', fields: { blurb } } })

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
test('what is sent as the page is left is to outlive it: only what browsers take so, in bytes', async () => {
  const fetched = answerWith(() => Response.json(null))
  await save('Ebb')
  leavePage(true)
  await save('潮'.repeat(9_000))
  await save('潮'.repeat(12_000))
  leavePage(false)
  await save('Flow')
  expect(fetched.mock.calls.map(([, { keepalive }]) => keepalive)).toEqual([false, true, false, false])
})
test('a command that is under way as the page is left is sent once more, the same to the letter', async () => {
  const fetched = answerWith(() => Response.json(null))
  await save('Flow')
  const saved = save('Ebb')
  const told = sendRequest({ method: 'POST', path: '/api/issues/a/presence', body: { at: null } })
  leavePage(true)
  leavePage(true)
  await Promise.all([saved, told])
  const [, first, , again, ...more] = fetched.mock.calls
  expect(first?.[1].keepalive).toBe(false)
  expect(again).toEqual([first?.[0], { ...first?.[1], keepalive: true, signal: expect.any(AbortSignal) }])
  expect(more).toEqual([])
})
