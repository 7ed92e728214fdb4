import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setEnv } from '@/lib/env/env'
import { testDatabase } from '@/lib/testing/test-database'
import type { Exchange, Site } from './exchange'
import { handleAppearance } from './handle-appearance'

testDatabase()
const origin = 'https://news.example'
const site = {} as Site

let server: Server
beforeAll(() => {
  setEnv({ APP_URL: origin })
  server = createServer((request, response) => {
    const exchange: Exchange = { site, request, response }
    handleAppearance(exchange, request.url ?? '').catch(() => response.destroy())
  }).listen(0)
})
afterAll(() => server.close())

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`http://localhost:${(server.address() as AddressInfo).port}${path}`, { redirect: 'manual', ...init })

const choose = (body: string, headers: Record<string, string> = {}) =>
  ask('/appearance', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin, ...headers },
  })

describe('the choice of light and dark', () => {
  it('is kept in a cookie that goes with no page, and leads back to where it was made', async () => {
    const response = await choose('scheme=dark', { referer: `${origin}/search?q=tides` })
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(`${origin}/search?q=tides#appearance`)
    expect(response.headers.get('set-cookie')).toBe(
      'appearance=dark; Path=/appearance; Max-Age=31536000; HttpOnly; SameSite=Lax; Secure',
    )
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('is given up again', async () => {
    expect((await choose('scheme=auto')).headers.get('set-cookie')).toContain('Max-Age=0')
    expect((await choose('scheme=purple%0d%0a')).headers.get('set-cookie')).toMatch(/^appearance=auto;/)
    expect((await choose('')).status).toBe(303)
  })

  it('never leads to another site', async () => {
    for (const referer of ['https://evil.example/x', 'nonsense', `${origin}.evil.example/`, ''])
      expect((await choose('scheme=dark', { referer })).headers.get('location')).toBe(`${origin}/#appearance`)
    const inPath = await choose('scheme=dark', { referer: `${origin}//evil.example/x` })
    expect(new URL(inPath.headers.get('location') ?? '').origin).toBe(origin)
  })

  it('is taken from this site only, in a short form, by POST', async () => {
    expect((await choose('scheme=dark', { origin: 'https://evil.example' })).status).toBe(403)
    expect((await ask('/appearance', { method: 'POST', body: 'scheme=dark' })).status).toBe(403)
    expect((await choose(`scheme=${'d'.repeat(2_000)}`)).status).toBe(413)
    const read = await ask('/appearance')
    expect([read.status, read.headers.get('allow')]).toEqual([405, 'POST'])
  })
})

describe('the style sheet that follows it', () => {
  const sheet = async (cookie?: string) => {
    const response = await ask('/appearance/chosen.css', cookie === undefined ? {} : { headers: { cookie } })
    return { response, css: await response.text() }
  }

  it('says what was chosen, on the screen alone', async () => {
    const { css } = await sheet('other=1; appearance=dark')
    expect(css).toContain('@media screen{html:root{color-scheme:dark}}')
    expect(css).toContain('.appearance [value=dark]::before')
    expect((await sheet('appearance=light')).css).toContain('color-scheme:light')
  })

  it('leaves it to the system where nothing was chosen, or nothing known', async () => {
    for (const cookie of [
      undefined,
      'appearance=auto',
      'appearance=purple',
      'xappearance=dark',
      'appearance',
    ])
      expect((await sheet(cookie)).css).not.toContain('color-scheme')
  })

  it('is kept by the browser alone, as long as the cookie is the same', async () => {
    const { response } = await sheet()
    expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('private, no-cache')
    expect(response.headers.get('vary')).toBe('Cookie')
    const again = (etag: string | null, cookie: string) =>
      ask('/appearance/chosen.css', { headers: { 'if-none-match': etag ?? '', cookie } })
    expect((await again(response.headers.get('etag'), 'a=b')).status).toBe(304)
    expect((await again(response.headers.get('etag'), 'appearance=dark')).status).toBe(200)
    expect((await ask('/appearance/chosen.css', { method: 'POST' })).status).toBe(405)
  })
})
