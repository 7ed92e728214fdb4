import type { z } from 'zod'
import { findToken } from '@/lib/accounts/queries/find-token'
import { isWithinLimit, type Limit } from '@/lib/accounts/rate-limit'
import type { TokenKind, UserActor } from '@/lib/accounts/schema'
import { AppError } from '@/lib/errors/app-error'
import { errorResponse, noStore, toAppError } from './error-response'
import { DEFAULT_BODY_BYTES, readBody, readText } from './read-body'
import { parseInput, requireUuids } from './write-route'

/**
 * Any page may call with a token of its user's: a browser adds nothing by itself here, no cookie is looked at, so there
 * is nothing that another site could use without having the token.
 */
export const anyOrigin = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'retry-after, www-authenticate',
} as const

type Answer<R> = { status: number; body: R }
type Options<S extends z.ZodType, R> = {
  kind: TokenKind
  /** Calls by one token. */
  limit: Limit
  input: S
  run: (call: { actor: UserActor; input: z.output<S> }) => Promise<Answer<R>>
}

/**
 * The way in for programs: `Authorization: Bearer TOKEN` (RFC 6750), JSON or a plain form, answers and errors as JSON.
 * Cookies are not looked at, so the Origin is not asked for either.
 */
export function tokenRoute<S extends z.ZodType, R>({ kind, limit, input, run }: Options<S, R>) {
  return async function handle(request: Request): Promise<Response> {
    try {
      const actor = await requireToken(kind, limit, request)
      requireType(request, ['application/json', 'application/x-www-form-urlencoded'])
      const { value } = await readBody(request, DEFAULT_BODY_BYTES)
      const { status, body } = await run({ actor, input: parseInput(input, value) })
      return Response.json(body, { status, headers: { ...noStore, ...anyOrigin } })
    } catch (thrown) {
      const error = toAppError(thrown, { method: request.method, path: new URL(request.url).pathname })
      return withHeaders(errorResponse(error), { ...anyOrigin, ...headersFor(error, limit) })
    }
  }
}

type Params = Record<string, string>
type TextAnswer = { text: string; type: string; headers: Record<string, string> }
type TextOptions = {
  kind: TokenKind
  limit: Limit
  /** Of a body: its media type and largest size in bytes. Without it none is read. */
  takes?: { type: string; maxBytes: number }
  run: (call: { actor: UserActor; params: Params; request: Request; sent: string }) => Promise<TextAnswer>
}
type Handler = (request: Request, context: { params: Promise<Params | undefined> }) => Promise<Response>

/**
 * One address for both: a call with `Authorization` is a program's, which gives and takes a text as it is; for it no
 * cookie is looked at. Another is a browser's, and goes to `studio`; so is one with a name and password, which are of a
 * proxy before the site (RFC 7617). Other sites' pages can't send that header here.
 */
export function textRoute({ kind, limit, takes, run }: TextOptions, studio: Handler): Handler {
  return async function handle(request, context) {
    if (/^(?:basic .*)?$/i.test(request.headers.get('authorization') ?? '')) return studio(request, context)
    try {
      const actor = await requireToken(kind, limit, request)
      const params = (await context.params) ?? {}
      requireUuids(params)
      if (takes) requireType(request, [takes.type])
      const sent = takes ? await readText(request, takes.maxBytes) : ''
      const { text, type, headers } = await run({ actor, params, request, sent })
      const own = { ...noStore, 'content-type': `${type}; charset=utf-8` }
      return new Response(text, { headers: { ...headers, ...own } })
    } catch (thrown) {
      const error = toAppError(thrown, { method: request.method, path: new URL(request.url).pathname })
      return withHeaders(errorResponse(error), headersFor(error, limit))
    }
  }
}

/** Answers what a browser asks before it lets another site's page call (Fetch, 4.8). */
export function preflight() {
  const allowed = {
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'authorization, content-type',
    'access-control-max-age': '86400',
  }
  return () => new Response(null, { status: 204, headers: { ...anyOrigin, ...allowed } })
}

const madeAt: Record<TokenKind, string> = {
  CAPTURE: 'under “Bring links from anywhere”',
  INBOX_FEED: 'under “Bring links from anywhere”',
  DRAFT: 'where a draft stands “As one text”',
}

/** @throws AppError `unauthenticated`, `too_many` */
async function requireToken(kind: TokenKind, limit: Limit, request: Request): Promise<UserActor> {
  const [, token = ''] = /^Bearer +([\w.~+/-]+=*) *$/i.exec(request.headers.get('authorization') ?? '') ?? []
  const found = await findToken(kind, token)
  if (found && (await isWithinLimit(`token-${kind}`, found.tokenId, limit))) return found.actor
  if (found) {
    const message = `More than ${limit.limit} calls in ${limit.seconds} seconds. Slow down; nothing was saved.`
    throw new AppError('too_many', message)
  }
  const message = token
    ? `This token opens nothing here: it was revoked, made for something else, or a part of it was lost. The studio makes a new one, ${madeAt[kind]}.`
    : `Send a personal token as “Authorization: Bearer …”. The studio makes one, ${madeAt[kind]}.`
  throw new AppError('unauthenticated', message)
}

/** @throws AppError `media_type` */
function requireType(request: Request, types: string[]): void {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (types.includes(type ?? '')) return
  const message = `Send ${types.join(' or ')}, and say which in content-type.`
  throw new AppError('media_type', message)
}

function headersFor({ code }: AppError, { seconds }: Limit): Record<string, string> {
  if (code === 'unauthenticated') return { 'www-authenticate': 'Bearer' }
  return code === 'too_many' ? { 'retry-after': String(seconds) } : {}
}

function withHeaders(response: Response, headers: Record<string, string>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}
