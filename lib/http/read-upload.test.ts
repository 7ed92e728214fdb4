import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { setEnv } from '@/lib/env/env'
import { readUpload } from './read-upload'
import { guestRoute } from './write-route'

const origin = 'https://news.example'
beforeAll(() => setEnv({ APP_URL: origin }))

const bytes = new Uint8Array([137, 0, 255, 13, 10])
const file = (content: BlobPart = bytes, name = 'a.png') => new File([content], name)
function formOf(parts: Record<string, string | File>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(parts)) form.append(name, value)
  return form
}
const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request(`${origin}/api/x`, { method: 'POST', body, headers: { origin, ...headers } })

describe('a form in parts', () => {
  test('is its texts and the bytes of its file', async () => {
    const read = await readUpload(post(formOf({ alt: 'Ä', image: file() })), 10_000)
    expect(read).toEqual({ texts: { alt: 'Ä' }, files: { image: bytes } })
  })

  test('leaves out a field in which no file was chosen', async () => {
    // As browsers send it.
    const part = 'Content-Disposition: form-data; name="image"; filename=""'
    const body = `--x\r\n${part}\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--x--\r\n`
    const read = await readUpload(post(body, { 'content-type': 'multipart/form-data; boundary=x' }), 10_000)
    expect(read).toEqual({ texts: {}, files: {} })
  })

  test('is not parsed when it is too large, and read to its end', async () => {
    let sent = 0
    const body = new ReadableStream({
      pull(controller) {
        sent += 1
        if (sent > 100) controller.close()
        else controller.enqueue(new Uint8Array(1_000))
      },
    })
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    const request = new Request(origin, { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
    await expect(readUpload(request, 3 * 1024)).rejects.toMatchObject({ code: 'too_large' })
    expect(sent).toBe(101)
  })

  test.each([
    [
      'cut off',
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb',
      'multipart/form-data; boundary=x',
    ],
    ['without a boundary', '--x--\r\n', 'multipart/form-data'],
    ['of another kind', '{}', 'application/json'],
    ['of nothing', '', 'multipart/form-data; boundary=x'],
  ])('%s is refused', async (_, body, type) => {
    await expect(readUpload(post(body, { 'content-type': type }), 10_000)).rejects.toMatchObject({
      code: 'invalid',
    })
  })

  test('has one file', async () => {
    const form = formOf({ one: file(), two: file() })
    await expect(readUpload(post(form), 10_000)).rejects.toMatchObject({ code: 'invalid' })
  })

  test('of very many fields is read in a moment', async () => {
    const part = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'
    const body = `${part.repeat(60_000)}--x--\r\n`
    const began = performance.now()
    await readUpload(post(body, { 'content-type': 'multipart/form-data; boundary=x' }), 4_000_000)
    expect(performance.now() - began).toBeLessThan(3_000)
  })
})

describe('a route for uploads', () => {
  const route = guestRoute({
    input: z.strictObject({
      alt: z.string().optional(),
      image: z.instanceof(Uint8Array, { error: 'Choose an image first.' }),
    }),
    upload: { maxBytes: 1_000 },
    run: async ({ input }) => ({ size: input.image.byteLength, alt: input.alt }),
    back: (outcome, sent) =>
      `/page?${new URLSearchParams({ ...sent, ...('error' in outcome ? { problem: outcome.error.code } : {}) })}`,
  })
  const call = (request: Request) => route(request, { params: Promise.resolve({}) })
  const page = { accept: 'text/html,application/xhtml+xml' }

  test('gives the file to its command at the name of its field', async () => {
    const answer = await call(post(formOf({ alt: 'A', image: file() })))
    expect(await answer.json()).toEqual({ size: 5, alt: 'A' })
  })

  test('says at the field what is wrong, as every route does', async () => {
    for (const parts of [{}, { image: 'text' }, { image: file('', '') }]) {
      const answer = await call(post(formOf(parts)))
      expect(answer.status).toBe(422)
      const { error } = await answer.json()
      expect(error).toMatchObject({ code: 'invalid', fields: { image: 'Choose an image first.' } })
    }
    const unknown = await call(post(formOf({ image: file(), other: 'x' })))
    expect(unknown.status).toBe(422)
    expect((await call(post('{}', { 'content-type': 'application/json' }))).status).toBe(422)
  })

  test('sends a form without script back to its page', async () => {
    const done = await call(post(formOf({ alt: 'A', image: file() }), page))
    expect([done.status, done.headers.get('location')]).toEqual([303, `${origin}/page?alt=A`])
    const large = await call(post(formOf({ image: file('x'.repeat(2_000)) }), page))
    expect([large.status, large.headers.get('location')]).toEqual([303, `${origin}/page?problem=too_large`])
  })

  test('takes nothing from another site', async () => {
    const answer = await call(post(formOf({ image: file() }), { origin: 'https://evil.example' }))
    expect(answer.status).toBe(403)
  })
})
