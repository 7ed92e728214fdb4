import type { z } from 'zod'
import { findToken } from '@/lib/accounts/queries/find-token'
import { isWithinLimit, type Limit } from '@/lib/accounts/rate-limit'
import type { TokenKind, UserActor } from '@/lib/accounts/schema'
import { AppError } from '@/lib/errors/app-error'
import { errorResponse, noStore, toAppError } from './error-response'
import { DEFAULT_BODY_BYTES, readBody } from './read-body'
import { parseInput } from './write-route'

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
      const { actor, tokenId } = await requireToken(kind, request)
      if (!(await isWithinLimit(`token-${kind}`, tokenId, limit))) {
        const message = `More than ${limit.limit} calls in ${limit.seconds} seconds. Slow down; nothing was saved.`
        throw new AppError('too_many', message)
      }
      requireKnownType(request)
      const { value } = await readBody(request, DEFAULT_BODY_BYTES)
      const { status, body } = await run({ actor, input: parseInput(input, value) })
      return Response.json(body, { status, headers: { ...noStore, ...anyOrigin } })
    } catch (thrown) {
      const error = toAppError(thrown, { method: request.method, path: new URL(request.url).pathname })
      return withHeaders(errorResponse(error), { ...anyOrigin, ...headersFor(error, limit) })
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

/** @throws AppError `unauthenticated` */
async function requireToken(kind: TokenKind, request: Request) {
  const [, token = ''] = /^Bearer +([\w.~+/-]+=*) *$/i.exec(request.headers.get('authorization') ?? '') ?? []
  const found = await findToken(kind, token)
  if (found) return found
  const message = token
    ? 'This token opens nothing: it was revoked, or a part of it was lost. Make a new one in the studio.'
    : 'Send a personal token as “Authorization: Bearer …”. The studio makes one, under “Bring links from anywhere”.'
  throw new AppError('unauthenticated', message)
}

/** @throws AppError `media_type` */
function requireKnownType(request: Request): void {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (type === 'application/json' || type === 'application/x-www-form-urlencoded') return
  const message = 'Send application/json or application/x-www-form-urlencoded, and say which in content-type.'
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
