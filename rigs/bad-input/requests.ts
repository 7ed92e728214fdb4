import type { RawRequest } from '@/rigs/draft-canary/requests'
import type { Random } from '@/rigs/random'

const methods = [
  'GET',
  'GET',
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'QUERY',
]

const mutations: ((path: string, random: Random) => string)[] = [
  (path) => path,
  (path) => `${path}%00`,
  (path) => `${path}/..`,
  (path) => `${path}/%2e%2e/%2e%2e/etc/passwd`,
  (path) => `/..${path}`,
  (path) => `/${path}`,
  (path) => `${path}%`,
  (path) => `${path}%ff%fe`,
  (path) => `${path}?${'x'.repeat(8_192)}`,
  (path, random) => `${path}?_rsc=${random.below(1_000_000)}`,
  (path, random) => `${path}?q=${random.below(1_000_000)}&page=-1&year=9e99`,
  (path) => `${path}?q=%00`,
  (path) => `${path}?q[]=1&q[$ne]=1&__proto__=1`,
  (path) => `${path}?q=${encodeURIComponent("' OR 1=1 --")}`,
  (path) => `http://evil.example${path}`,
  (path) => `${path}\\..\\..`,
  (path) => path.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  (path) => path.toUpperCase(),
]

const lies: [string, string][] = [
  ['Accept-Encoding', ',,;q=;q=x'],
  ['Accept-Encoding', 'gzip;q=1e999, br;q=-1, *;q=nan'],
  ['Accept-Encoding', 'identity;q=0'],
  ['Accept-Encoding', 'gzip, '.repeat(500)],
  ['If-None-Match', '*'],
  ['If-None-Match', 'W/"'],
  ['If-None-Match', '"a", '.repeat(500)],
  ['If-Modified-Since', 'Fri, 31 Dec 9999 23:59:59 GMT'],
  ['If-Modified-Since', 'yesterday'],
  ['If-Match', '"nothing"'],
  ['If-Unmodified-Since', 'Thu, 01 Jan 1970 00:00:00 GMT'],
  ['Range', 'bytes=0-0,5-1,99999999999-'],
  ['Cache-Control', 'only-if-cached, max-stale=99999999, no-store'],
  ['RSC', '1'],
  ['Next-Router-Prefetch', '1'],
  ['Next-Router-State-Tree', '%5B%5D'],
  ['Next-Url', '/admin'],
  ['Next-Action', 'x'],
  ['X-Nextjs-Data', '1'],
  ['X-Middleware-Prefetch', '1'],
  ['X-Forwarded-Host', 'evil.example'],
  ['X-Forwarded-Proto', 'ftp'],
  ['X-Forwarded-For', 'evil.example'],
  ['Forwarded', 'host=evil.example'],
  ['X-Original-URL', '/admin'],
  ['Upgrade', 'websocket'],
  ['Expect', '100-continue'],
  ['Cookie', 'a=evil.example; next-auth.session-token=evil.example'],
  ['Authorization', 'Basic ZXZpbA=='],
  ['Accept', 'text/x-component'],
  ['User-Agent', ''],
]

const hosts = ['evil.example', 'localhost:1', '[::1', '', '127.0.0.1']

/** One request such as a scanner or a broken program sends. @param paths addresses of pages that there are */
export function badRequest(random: Random, paths: string[]): RawRequest {
  const method = random.pick(methods)
  const headers: [string, string][] = [['Host', random.chance(0.5) ? 'localhost' : random.pick(hosts)]]
  for (let count = random.below(4); count > 0; count -= 1) headers.push(random.pick(lies))
  const writes = ['POST', 'PUT', 'PATCH'].includes(method)
  if (writes) headers.push(['Content-Type', 'application/json'], ['Content-Length', '2'])
  const target = random.pick(mutations)(random.pick(paths), random)
  return { method, target, headers, body: writes ? '{}' : '' }
}
