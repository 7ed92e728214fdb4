import { afterEach, expect, test, vi } from 'vitest'
import { sendCommand } from './send-command'

afterEach(() => vi.unstubAllGlobals())
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
