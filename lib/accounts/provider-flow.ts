import nextAuthModule from 'next-auth'
import { type Providers, providerOptions } from '@/lib/accounts/provider-options'
import { providerConfigs } from '@/lib/accounts/providers'
import { returnPath } from '@/lib/accounts/rules'
import type { Provider } from '@/lib/accounts/schema'
import { now } from '@/lib/clock/clock'
import { env } from '@/lib/env/env'

// A CommonJS module: bundlers hand over its default export, Node the module with that inside.
const NextAuth = (
  'default' in nextAuthModule ? nextAuthModule.default : nextAuthModule
) as typeof nextAuthModule

/** What one step of signing in with a provider answers: where to go, and the cookies to set. */
export type FlowAnswer = { location: string; cookies: FlowCookie[] }
/** A cookie of next-auth's; without `expires` it ends with the browser. All are `HttpOnly` and `Lax`, for any path. */
export type FlowCookie = { name: string; value: string; expires?: Date }
type FlowRequest = { cookies: Record<string, string>; device: string }
type StepRequest = {
  method: string
  query: Record<string, string | string[]>
  body?: Record<string, string>
}

/** Lets next-auth take one step. It speaks the interface of Next's older API routes, of which this is a sketch. */
async function step(
  request: FlowRequest,
  providers: Providers,
  part: StepRequest,
): Promise<FlowAnswer & { body: unknown }> {
  const headers = new Map<string, string | string[]>()
  let body: unknown
  const response = {
    status: () => response,
    setHeader: (name: string, value: string | string[]) => headers.set(name.toLowerCase(), value),
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    end: () => {},
    json: (value: unknown) => {
      body = value
    },
    send: (value: unknown) => {
      body = value
    },
  }
  const own = new URL(env().APP_URL)
  const asked = { ...part, cookies: request.cookies, headers: { host: own.host } }
  await NextAuth(asked as never, response as never, providerOptions(providers, request.device))
  const location = new URL(String(headers.get('location') ?? '/sign-in?problem=provider'), own)
  // next-auth's own pages are not shown; whatever it would say there, ours says.
  const isOwnPage = location.origin === own.origin && location.pathname.startsWith('/api/auth/')
  return {
    location: isOwnPage ? '/sign-in?problem=provider' : location.href,
    cookies: [headers.get('set-cookie') ?? []].flat().map(parseCookie),
    body,
  }
}

/**
 * Begins signing in with a provider: where to send the browser, with the cookies that will prove that it is the same
 * one. next-auth wants its CSRF token, which no page of ours could have set; our Origin check stands in for it, and so
 * the token is fetched and handed back in one go.
 */
export async function startProvider(
  request: FlowRequest,
  provider: Provider,
  next: string | undefined,
  providers: Providers = providerConfigs(),
): Promise<FlowAnswer> {
  const token = await step(request, providers, { method: 'GET', query: { nextauth: ['csrf'] } })
  const cookies = { ...request.cookies, ...byName(token.cookies) }
  const body = {
    csrfToken: (token.body as { csrfToken: string }).csrfToken,
    callbackUrl: new URL(returnPath(next), env().APP_URL).href,
  }
  const query = { nextauth: ['signin', provider] }
  const started = await step({ ...request, cookies }, providers, { method: 'POST', query, body })
  return { location: started.location, cookies: [...token.cookies, ...started.cookies] }
}

/** Ends it: the provider has sent the browser back. Admits only verified addresses of people who were invited. */
export async function finishProvider(
  request: FlowRequest,
  provider: Provider,
  query: Record<string, string>,
  providers: Providers = providerConfigs(),
): Promise<FlowAnswer> {
  const { location, cookies } = await step(request, providers, {
    method: 'GET',
    query: { ...query, nextauth: ['callback', provider] },
  })
  return { location, cookies }
}

function byName(cookies: FlowCookie[]): Record<string, string> {
  return Object.fromEntries(cookies.map(({ name, value }) => [name, value]))
}

function parseCookie(header: string): FlowCookie {
  const [pair = '', ...attributes] = header.split('; ')
  const at = pair.indexOf('=')
  const cookie = { name: pair.slice(0, at), value: decodeURIComponent(pair.slice(at + 1)) }
  const [, expires] = attributes.map((text) => text.split('=')).find(([name]) => name === 'Expires') ?? []
  const [, maxAge] = attributes.map((text) => text.split('=')).find(([name]) => name === 'Max-Age') ?? []
  if (maxAge !== undefined) return { ...cookie, expires: new Date(now().getTime() + Number(maxAge) * 1000) }
  return expires === undefined ? cookie : { ...cookie, expires: new Date(expires) }
}
