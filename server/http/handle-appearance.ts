import type { IncomingMessage } from 'node:http'
import { isUrl } from '@/lib/address/is-url'
import { env } from '@/lib/env/env'
import {
  APPEARANCE_FORM,
  APPEARANCE_PATH,
  type Appearance,
  appearanceOf,
  CHOSEN_SHEET,
} from '@/lib/render/appearance'
import { sendAnswer, sendError } from './answer'
import { type Exchange, readsOnly, refuseWrite } from './exchange'
import { clientHas } from './negotiate'
import { commonHeaders } from './security-headers'

const COOKIE = 'appearance'
const YEAR = 365 * 86_400
/** Three short words fit into far less. */
const LARGEST_FORM = 1_024
/**
 * Asked about with each page, and answered 304. `Vary: Cookie` alone doesn't make Chromium ask again after a choice, nor
 * wait for the answer with `stale-while-revalidate`: its cache in memory doesn't look at cookies.
 */
const KEPT = 'private, no-cache'

const mark = (chosen: Appearance) =>
  `.appearance [value=${chosen}]{color:var(--ink);text-decoration:underline}` +
  `.appearance [value=${chosen}]::before{content:"✓ "}\n`

/** Paper is white whatever the screen is. */
const force = (scheme: 'light' | 'dark') => `@media screen{html:root{color-scheme:${scheme}}}\n`

const sheets: Readonly<Record<Appearance, Buffer>> = {
  auto: Buffer.from(mark('auto')),
  light: Buffer.from(force('light') + mark('light')),
  dark: Buffer.from(force('dark') + mark('dark')),
}

function chosenBy(request: IncomingMessage): Appearance {
  const cookies = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim())
  const ours = cookies.find((pair) => pair.startsWith(`${COOKIE}=`))
  return appearanceOf(ours?.slice(COOKIE.length + 1))
}

/** `/appearance/chosen.css`: what a reader chose, told by a cookie; asks no database, and is nobody else's. */
async function sendSheet(exchange: Exchange): Promise<void> {
  const { request, response } = exchange
  if (!readsOnly(exchange)) return refuseWrite(exchange)
  const chosen = chosenBy(request)
  const etag = `"${chosen}"`
  const headers = { 'Cache-Control': KEPT, Vary: 'Cookie', ETag: etag }
  if (clientHas(request.headers, { etag })) {
    response.writeHead(304, { ...commonHeaders(), ...headers }).end()
    return
  }
  const body = sheets[chosen]
  return sendAnswer(request, response, { status: 200, headers, type: 'text/css; charset=utf-8', body })
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > LARGEST_FORM) return null
    chunks.push(chunk)
  }
  return new URLSearchParams(Buffer.concat(chunks).toString())
}

/** The page that the form stands on, always one of ours; the front page where the browser doesn't say. */
function pageBefore({ headers }: IncomingMessage): string {
  const { origin } = new URL(env().APP_URL)
  const before = isUrl(headers.referer ?? '') ? new URL(headers.referer ?? '') : null
  // Put together, not resolved: a path that begins with two slashes would resolve to another host.
  return before?.origin === origin ? `${origin}${before.pathname}${before.search}` : `${origin}/`
}

/** Sent for the style sheet's path alone: many caches don't answer requests with a cookie. */
function cookieFor(chosen: Appearance): string {
  const age = chosen === 'auto' ? 0 : YEAR
  const secure = env().APP_URL.startsWith('https:') ? '; Secure' : ''
  return `${COOKIE}=${chosen}; Path=${APPEARANCE_PATH}; Max-Age=${age}; HttpOnly; SameSite=Lax${secure}`
}

/** `POST /appearance`: keeps the choice in a cookie and leads back to where it was made (303). */
async function takeChoice({ request, response }: Exchange): Promise<void> {
  if (request.method !== 'POST') return sendError(request, response, 405, { headers: { Allow: 'POST' } })
  if (request.headers.origin !== env().APP_URL) return sendError(request, response, 403)
  const form = await readForm(request)
  if (!form) return sendError(request, response, 413, { headers: { Connection: 'close' } })
  const headers = {
    Location: `${pageBefore(request)}#${APPEARANCE_FORM}`,
    'Set-Cookie': cookieFor(appearanceOf(form.get('scheme'))),
    'Cache-Control': 'no-store',
  }
  return sendAnswer(request, response, { status: 303, headers, type: 'text/plain', body: Buffer.alloc(0) })
}

export function handleAppearance(exchange: Exchange, path: string): Promise<void> {
  return path === CHOSEN_SHEET ? sendSheet(exchange) : takeChoice(exchange)
}
