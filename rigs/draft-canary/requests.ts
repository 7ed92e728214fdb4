import type { Random } from '@/rigs/random'
import { randomTarget } from './addresses'
import type { Planted } from './plant'

export type RawRequest = { method: string; target: string; headers: [string, string][]; body: string }

const otherMethods = [
  'HEAD',
  'HEAD',
  'POST',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
]
const tree = encodeURIComponent(JSON.stringify(['', { children: ['(studio)', { children: ['admin', {}] }] }]))

/** Headers by which a client has steered Next, a proxy or a cache somewhere, at some time. */
const tricks = (planted: Planted, random: Random, origin: string): [string, string][] => {
  const inside = `/preview/${random.pick(planted.issueIds)}`
  const document = `/issues/${random.pick(planted.slugs)}`
  return [
    ['RSC', '1'],
    ['Next-Router-State-Tree', tree],
    ['Next-Router-Prefetch', '1'],
    ['Next-Router-Segment-Prefetch', '/_tree'],
    ['Next-Url', inside],
    ['Next-Action', 'a'.repeat(42)],
    ['Next-HMR-Refresh', '1'],
    ['X-Forwarded-Host', 'evil.example'],
    ['X-Forwarded-Proto', 'https'],
    ['X-Forwarded-For', '127.0.0.1'],
    ['X-Forwarded-Port', '1'],
    ['Forwarded', 'for=127.0.0.1;host=evil.example;proto=https'],
    ['X-Original-URL', inside],
    ['X-Rewrite-URL', inside],
    ['X-Matched-Path', inside],
    ['X-Invoke-Path', inside],
    ['X-Invoke-Query', encodeURIComponent('{"preview":"1"}')],
    ['X-Invoke-Status', '200'],
    ['X-Invoke-Output', inside],
    ['X-Now-Route-Matches', `slug=${random.pick(planted.slugs)}`],
    ['X-Middleware-Subrequest', 'middleware:middleware:middleware:middleware:middleware'],
    ['X-Middleware-Rewrite', inside],
    ['X-Middleware-Invoke', '1'],
    ['X-Middleware-Prefetch', '1'],
    ['X-Nextjs-Data', '1'],
    ['X-Nextjs-Rewrite', document],
    ['X-Gleaner-Request', 'x'],
    ['X-Gleaner-Client', '127.0.0.1'],
    ['X-Nonce', 'x'],
    ['X-HTTP-Method-Override', 'GET'],
    ['Accept', random.pick(['text/x-component', 'application/json', 'text/markdown', '*/*'])],
    ['Accept-Encoding', random.pick(['gzip', 'br', 'gzip, deflate, br', 'identity;q=0', 'zstd'])],
    ['Range', random.pick(['bytes=0-99', 'bytes=-1', 'bytes=5-1'])],
    ['If-None-Match', '*'],
    ['If-Modified-Since', 'Mon, 01 Jan 2035 00:00:00 GMT'],
    ['Cookie', 'next-auth.session-token=eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..a.b.c'],
    ['Cookie', '__prerender_bypass=1; __next_preview_data=1'],
    ['Authorization', 'Bearer x'],
    ['Origin', random.pick([origin, 'null', 'https://evil.example'])],
    ['Purpose', 'prefetch'],
    ['Referer', `${origin}/admin`],
    ['Accept-Language', 'ar'],
    ['User-Agent', random.pick(['Googlebot/2.1', 'gleaner', 'x'.repeat(4000)])],
  ]
}

const bodies: [type: string, body: string][] = [
  ['application/json', '{}'],
  ['application/json', '{"commandId":"6d9f3a50-6f7e-4b39-9a35-7f6f6fb4f0a1","where":{"not":null}}'],
  ['application/json', '{"__proto__":{"role":"OWNER"}'],
  ['application/x-www-form-urlencoded', 'commandId=x&next=/admin'],
  [
    'multipart/form-data; boundary=b',
    '--b\r\nContent-Disposition: form-data; name="0"\r\n\r\n[]\r\n--b--\r\n',
  ],
  ['text/plain;charset=UTF-8', '["$K1"]'],
]

/** One request such as nobody means well by. */
export function randomRequest(random: Random, planted: Planted, origin: string): RawRequest {
  const method = random.chance(0.65) ? 'GET' : random.pick(otherMethods)
  const host = random.chance(0.7)
    ? new URL(origin).host
    : random.pick(['evil.example', 'localhost', '[::1]:80'])
  const headers: [string, string][] = [['Host', host]]
  for (let count = random.below(6); count > 0; count -= 1)
    headers.push(random.pick(tricks(planted, random, origin)))
  if (!['POST', 'PUT', 'PATCH', 'DELETE'].includes(method))
    return { method, target: randomTarget(random, planted), headers, body: '' }
  const [type, body] = random.pick(bodies)
  headers.push(['Content-Type', type], ['Content-Length', String(Buffer.byteLength(body))])
  return { method, target: randomTarget(random, planted), headers, body }
}
