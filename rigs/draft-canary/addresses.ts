import type { Random } from '@/rigs/random'
import type { Planted } from './plant'

/** Addresses that exist, existed, are Next's own ways in, or that somebody might guess. */
function knownPaths(random: Random, planted: Planted): string[] {
  const slug = random.pick(planted.slugs)
  const issue = random.pick(planted.issueIds)
  const section = random.pick(planted.sectionIds)
  const item = random.pick(planted.itemIds)
  const reader = [
    '/',
    '/issues',
    `/issues/${slug}`,
    `/issues/${slug}.md`,
    `/issues/${slug}.json`,
    '/feed.xml',
    '/sponsor-us',
    '/sponsor-us/request',
    '/sponsor-us/sent',
    '/suggest',
  ]
  const later = ['/atom.xml', '/feed.json', '/sitemap.xml', '/robots.txt', '/search', '/topics', '/subscribe']
  const inside = [
    `/issues/${slug}/document`,
    `/issues/${slug}/markdown`,
    `/preview/${issue}`,
    `/proof/${issue}`,
  ]
  const studio = [
    '/admin',
    '/admin/issues',
    `/admin/issues/${issue}`,
    '/admin/outbox',
    '/sign-in',
    '/sponsor',
  ]
  const api = [`/api/issues/${issue}`, `/api/items/${item}`, `/api/sections/${section}`, '/api/auth/session']
  const writes = ['publish', 'schedule', 'sections', 'restore', 'withdraw'].map(
    (verb) => `/api/issues/${issue}/${verb}`,
  )
  const data = [
    `/_next/data/build/issues/${slug}.json`,
    `/_next/image?url=%2Fapi%2Fissues%2F${issue}&w=64&q=1`,
  ]
  const segments = [`/issues/${slug}.rsc`, '/index.rsc', `/issues/${slug}.segments/_tree.segment.rsc`]
  const files = ['/_next/static/../server/app-paths-manifest.json', '/.env', '/.data/mail', '/server.mjs.map']
  return [
    ...reader,
    ...reader,
    ...later,
    ...inside,
    ...studio,
    ...api,
    ...writes,
    ...data,
    ...segments,
    ...files,
  ]
}

const queries = (planted: Planted, random: Random) => [
  '_rsc=1f3ab',
  '_rsc=',
  'draft=1',
  'preview=true',
  'edition=0',
  `nxtPslug=${random.pick(planted.slugs)}`,
  `nxtPissueId=${random.pick(planted.issueIds)}`,
  `id=${random.pick(planted.issueIds)}`,
  '__nextLocale=en',
  '__flight__=1',
  'q=canary',
  'a=%00',
  'a=%ff%fe',
  `x=${'y'.repeat(2000)}`,
]

const encodeOne = (path: string, random: Random) => {
  const at = 1 + random.below(Math.max(1, path.length - 1))
  const char = path[at] ?? 'x'
  return `${path.slice(0, at)}%${char.charCodeAt(0).toString(16).padStart(2, '0')}${path.slice(at + 1)}`
}

const mutations: ((path: string, random: Random) => string)[] = [
  (path) => `/${path}`,
  (path) => `${path}/`,
  (path) => path.toUpperCase(),
  (path, random) => encodeOne(path, random),
  (path, random) => encodeOne(encodeOne(path, random), random).replace('%', '%25'),
  (path) => path.replaceAll('/', '%2f').replace('%2f', '/'),
  (path) => path.replace('/', '/./'),
  (path) => `/issues/..${path}`,
  (path) => `/issues/%2e%2e${path}`,
  (path) => path.replaceAll('/', '\\'),
  (path) => `${path};jsessionid=1`,
  (path) => `${path}%00.json`,
  (path) => `${path}%0d%0aX-Injected:%201`,
  (path) => `${path}.`,
  (path) => `${path}#fragment`,
  (path) =>
    path.replace(/[a-z]/, (char) => encodeURIComponent(String.fromCharCode(char.charCodeAt(0) + 0xfee0))),
  (path) => `http://evil.example${path}`,
  (path) => `http://localhost${path}`,
  (path) => `/_next${path}`,
  (path) => `/en${path}`,
]

/** A request target: known, guessed or malformed. */
export function randomTarget(random: Random, planted: Planted): string {
  const known = random.pick(knownPaths(random, planted))
  const path = random.chance(0.6) ? known : random.pick(mutations)(known, random)
  if (random.chance(0.55)) return path
  return `${path}${path.includes('?') ? '&' : '?'}${random.pick(queries(planted, random))}`
}
