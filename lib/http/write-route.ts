import type { z } from 'zod'
import type { ContactActor, UserActor } from '@/lib/accounts/schema'
import { requireActor } from '@/lib/accounts/session'
import { env } from '@/lib/env/env'
import { AppError } from '@/lib/errors/app-error'
import { isUuid } from '@/lib/ids/rules'
import { requireContact } from '@/lib/sponsors/portal'
import { errorResponse, noStore, toAppError } from './error-response'
import { DEFAULT_BODY_BYTES, isForm, readBody } from './read-body'
import { isInParts, isUploadForm, readUpload } from './read-upload'

type Params = Record<string, string>
/** A route without a name in brackets gets no params at all. */
type Context = { params: Promise<Params | undefined> }

type Call<A, I> = { actor: A; input: I; params: Params; request: Request }

type Outcome<R> = { result: R } | { error: AppError }

type Options<A, S extends z.ZodType, R> = {
  input: S
  /** Largest body in bytes. */
  maxBytes?: number
  /**
   * Takes a form in parts too, with one file: `input` gets the file's bytes at the name of its field. The route table
   * (server/http/routes.ts) must let such a form through.
   */
  upload?: { maxBytes: number }
  run: (call: Call<A, z.output<S>>) => Promise<R>
  /** Where a plain form post goes back to (303), told what it sent; without it forms are refused. */
  back?: (outcome: Outcome<R>, sent: Record<string, string>, params: Params) => string | Promise<string>
}

type Handler = (request: Request, context: Context) => Promise<Response>

/**
 * The one way in for a change: Origin equal to `APP_URL`'s, a live session, a body within its cap, zod, then the
 * command, which asks the policy. Errors become JSON `{ error: { code, message, fields, detail } }`, or for a plain
 * form a 303 back to its page.
 */
export function writeRoute<S extends z.ZodType, R>(options: Options<UserActor, S, R>): Handler {
  return routeFor(requireActor, options)
}

/** The same for what somebody without a session may do: ask for a sign-in link, use one, sign out. */
export function guestRoute<S extends z.ZodType, R>(options: Options<null, S, R>): Handler {
  return routeFor(async () => null, options)
}

/** The same for a sponsor's contact, come by a capability link or signed in. */
export function contactRoute<S extends z.ZodType, R>(options: Options<ContactActor, S, R>): Handler {
  return routeFor(requireContact, options)
}

function routeFor<A, S extends z.ZodType, R>(who: () => Promise<A>, options: Options<A, S, R>): Handler {
  return async function handle(request, context) {
    const isPlain = isForm(request) || (options.upload !== undefined && isUploadForm(request))
    const back = isPlain ? options.back : undefined
    let sent: Record<string, string> = {}
    const params = (await context.params) ?? {}
    try {
      requireSameOrigin(request)
      const actor = await who()
      const { value, texts } = await readSent(request, options)
      sent = texts
      requireUuids(params)
      const input = parseInput(options.input, value)
      const result = await options.run({ actor, input, params, request })
      return back
        ? seeOther(await back({ result }, sent, params))
        : Response.json(result ?? null, { headers: noStore })
    } catch (thrown) {
      const error = toAppError(thrown, { method: request.method, path: new URL(request.url).pathname })
      return back ? seeOther(await back({ error }, sent, params)) : errorResponse(error)
    }
  }
}

type Reading = { maxBytes?: number; upload?: { maxBytes: number }; back?: unknown }

/** What came, for zod to look at, and of it what a plain form is told again. @throws AppError `too_large`, `invalid` */
async function readSent(
  request: Request,
  { maxBytes = DEFAULT_BODY_BYTES, upload, back }: Reading,
): Promise<{ value: unknown; texts: Record<string, string> }> {
  if (upload && isInParts(request)) {
    const { texts, files } = await readUpload(request, upload.maxBytes)
    return { value: { ...texts, ...files }, texts }
  }
  const body = await readBody(request, maxBytes)
  if (body.kind === 'json') return { value: body.value, texts: {} }
  if (!back) throw new AppError('invalid', 'This address takes JSON only.')
  return { value: body.value, texts: body.value }
}

/**
 * A cookie goes wherever a browser is sent; the Origin header tells who sent it.
 * @throws AppError `origin`
 */
function requireSameOrigin(request: Request): void {
  if (request.headers.get('origin') === env().APP_URL) return
  throw new AppError(
    'origin',
    `This was sent from another site than ${env().APP_URL}. Open that address and try again.`,
  )
}

/** 303 See Other (RFC 9110, 15.4.4) to a path of ours. */
export function seeOther(path: string): Response {
  return new Response(null, {
    status: 303,
    headers: { ...noStore, location: new URL(path, env().APP_URL).href },
  })
}

/** @throws AppError `invalid` with a message for each field */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value)
  if (parsed.success) {
    refuseNul(parsed.data, [])
    return parsed.data
  }
  const fields: Record<string, string> = {}
  for (const issue of parsed.error.issues) {
    fields[nameOf(issue.path)] ??= issue.message
  }
  const message = parsed.error.issues[0]?.message ?? 'This can’t be saved as it is.'
  throw new AppError('invalid', message, { fields })
}

const nameOf = (path: readonly PropertyKey[]) => path.filter((part) => part !== 'fields').join('.')

/** Postgres holds every character in a text but this one. @throws AppError `invalid` at the field */
function refuseNul(value: unknown, path: string[]): void {
  if (typeof value === 'string' && value.includes('\u0000')) {
    const message = 'This holds a character (NUL) that can’t be stored. Remove it, or type the text anew.'
    throw new AppError('invalid', message, { fields: { [nameOf(path)]: message } })
  }
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return
  for (const [name, inner] of Object.entries(value)) refuseNul(inner, [...path, name])
}

/** Every id in our addresses is a UUID; another text names nothing. */
export function requireUuids(params: Params): void {
  for (const [name, value] of Object.entries(params)) {
    if (name.toLowerCase().endsWith('id') && !isUuid(value))
      throw new AppError('not_found', 'There is no such thing.')
  }
}
