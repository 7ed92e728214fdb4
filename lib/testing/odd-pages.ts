import type { RequestListener, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import type { PageOutcome } from '@/lib/pages/schema'
import { type LocalSite, startSite } from './local-site'

/** A page that a server of this machine plays. `title`: what is to be read of it; `outcomes`: what may be found. */
export type PlayedPage = {
  name: string
  answer: RequestListener
  title: string | RegExp
  outcomes: readonly PageOutcome[]
}

const MB = 1024 * 1024
const SLOW_MS = 300

const words = '<p>Of the moon and the sea, of ropes and of what holds. '.repeat(30)

function send(response: ServerResponse, body: string | Uint8Array, headers: Record<string, string> = {}) {
  response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(body)
}

/** A page of an article, as most are. */
export const articlePage = (title: string): PlayedPage => ({
  name: title,
  title,
  outcomes: ['OK'],
  answer: (_request, response) => send(response, `<title>${title}</title>${words}`),
})

/** A page of these bytes, which alone tell their charset. */
export const bytesPage = (name: string, body: Uint8Array, title: string | RegExp): PlayedPage => ({
  name,
  title,
  outcomes: ['OK'],
  answer: (_request, response) => send(response, body),
})

const bomb = gzipSync(Buffer.concat([Buffer.from('<title>Bomb</title>'), Buffer.alloc(20 * MB, '<p>x')]))
const shiftJis = Buffer.concat([
  Buffer.from('<meta charset="shift_jis"><title>'),
  Uint8Array.of(0x92, 0xaa),
  Buffer.from(`</title>${words}`),
])
const latin = Buffer.from(`<title>\x93Caf\xe9\x94</title>${words}`, 'latin1')
const wide = Buffer.from(`\ufeff<title>Frühe Flut</title>${words}`, 'utf16le')

/**
 * What a week’s addresses bring besides articles: slow ones and such as never end, long and packed ones, those that are
 * gone, that lead elsewhere or nowhere, that turn programs away, and charsets of every age.
 * @param end where the chain of redirects ends, absolute
 */
export const oddPages = (end: string): PlayedPage[] => [
  {
    name: 'a chain of redirects',
    title: 'The end of the chain',
    outcomes: ['MOVED'],
    answer: (request, response) => {
      const hops = Number(new URL(request.url ?? '', 'http://x').searchParams.get('hops') ?? 0)
      const location = hops < 3 ? `${request.url?.split('?')[0]}?hops=${hops + 1}` : end
      response.writeHead(hops % 2 === 0 ? 301 : 302, { location }).end()
    },
  },
  {
    name: 'slow',
    title: 'Slow',
    outcomes: ['OK'],
    answer: (_request, response) =>
      void pause(SLOW_MS).then(() => send(response, `<title>Slow</title>${words}`)),
  },
  {
    name: 'one that begins and never goes on',
    title: '',
    outcomes: ['DEAD', 'UNSURE'],
    answer: (request, response) => {
      if (request.method === 'HEAD') response.writeHead(405).end()
    },
  },
  {
    name: 'huge',
    title: 'Huge',
    outcomes: ['OK'],
    answer: (_request, response) => send(response, `<title>Huge</title>${'<p>x'.repeat(MB / 2)}`),
  },
  {
    name: 'not found',
    title: '',
    outcomes: ['DEAD'],
    answer: (_request, response) => response.writeHead(404).end('<title>Not here</title>'),
  },
  {
    name: 'not found, said with 200',
    title: '',
    outcomes: ['MISSING'],
    answer: (_request, response) => send(response, '<title>Page not found</title><p>Sorry.'),
  },
  {
    name: 'a gzip bomb',
    title: 'Bomb',
    outcomes: ['OK'],
    answer: (_request, response) => send(response, bomb, { 'content-encoding': 'gzip' }),
  },
  {
    name: 'a loop',
    title: '',
    outcomes: ['UNSURE'],
    answer: (request, response) => response.writeHead(302, { location: request.url }).end(),
  },
  {
    name: 'programs turned away',
    title: '',
    outcomes: ['UNSURE'],
    answer: (_request, response) => response.writeHead(403).end('<title>Are you a robot?</title>'),
  },
  bytesPage('Shift_JIS', shiftJis, '潮'),
  bytesPage('windows-1252, unsaid', latin, '“Café”'),
  bytesPage('UTF-16', wide, 'Frühe Flut'),
]

/** What a page is found by, whatever the port: `host/path?query`. */
export function pageKey(address: string): string {
  const { hostname, pathname, search } = new URL(address)
  return `${hostname}${pathname}${search}`
}

/**
 * A server that is every host at once. What nobody gave it a page for is not found.
 * @param pages by `pageKey`; `*` for a host is any
 */
export function startWeb(pages: ReadonlyMap<string, PlayedPage>): Promise<LocalSite> {
  return startSite((request, response) => {
    const key = pageKey(`http://${request.headers.host}${request.url}`)
    const path = key.slice(key.indexOf('/'))
    const page = pages.get(key) ?? pages.get(key.split('?')[0] ?? '') ?? pages.get(`*${path}`)
    if (page) page.answer(request, response)
    else response.writeHead(404).end()
  })
}

/** Every address of a text as it is on a server of this machine. */
export const onPort = (text: string, port: number): string =>
  text.replace(/\bhttps?:\/\/([^\s/?#:()<>"]+)/g, (_, host: string) => `http://${host}:${port}`)
