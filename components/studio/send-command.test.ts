import { afterEach, expect, test, vi } from 'vitest'
import { sendCommand } from './send-command'
import { leavePage, PATIENCE } from './send-json'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  leavePage(false)
})
const answerWith = (answer: Response) => vi.stubGlobal('fetch', async () => answer)

test('a command gives back its result, also where that is nothing', async () => {
  answerWith(Response.json({ undo: 3 }))
  expect(await sendCommand('POST', '/api/issues')).toEqual({ undo: 3 })
  answerWith(Response.json(null))
  expect(await sendCommand('POST', '/api/issues')).toBeNull()
})
test('what is no answer of ours is no success, and a refusal says why', async () => {
  answerWith(new Response('<h1>Sign in</h1>', { headers: { 'content-type': 'text/html' } }))
  await expect(sendCommand('POST', '/api/issues')).rejects.toMatchObject({ code: 'offline' })
  answerWith(new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'content-type': 'text/html' } }))
  await expect(sendCommand('POST', '/api/issues')).rejects.toThrow('(502)')
  answerWith(Response.json({ error: { code: 'taken', message: 'Another has it.' } }, { status: 409 }))
  await expect(sendCommand('POST', '/api/issues')).rejects.toMatchObject({ code: 'taken' })
})
test('one that hangs is given up in time, as if nothing had answered', async () => {
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort())
  const hangs = (_path: string, { signal }: RequestInit) =>
    new Promise((_, fail) => {
      if (signal?.aborted) fail(signal.reason)
    })
  vi.stubGlobal('fetch', hangs)
  await expect(sendCommand('POST', '/api/issues')).rejects.toMatchObject({ code: 'offline' })
  expect(timeout.mock.calls).toEqual([[PATIENCE]])
})
test('while the page stays it goes the plain way; under way as the page is left, it is sent once more', async () => {
  const fetched = vi.fn(async (_path: string, _init: RequestInit) => Response.json(null))
  vi.stubGlobal('fetch', fetched)
  const sent = sendCommand('POST', '/api/issues')
  leavePage(true)
  await sent
  const [first, again, ...more] = fetched.mock.calls.map(([, init]) => init)
  expect(first).toMatchObject({ keepalive: false, body: expect.stringContaining('commandId') })
  expect(again).toEqual({ ...first, keepalive: true, signal: expect.any(AbortSignal) })
  expect(more).toEqual([])
})
