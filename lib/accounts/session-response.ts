import { cookies, headers } from 'next/headers'
import type { FlowAnswer } from '@/lib/accounts/provider-flow'
import { deviceName } from '@/lib/accounts/rules'
import {
  cookieMaxAge,
  sealSession,
  sessionCookieName,
  sessionCookieOptions,
} from '@/lib/accounts/session-cookie'

/** Sets the cookie of a session on the answer to this request. */
export async function setSessionCookie(sessionId: string): Promise<void> {
  const options = { ...sessionCookieOptions(), maxAge: cookieMaxAge }
  ;(await cookies()).set(sessionCookieName(), await sealSession(sessionId), options)
}

/** Takes it away; the session's row is another matter. */
export async function clearSessionCookie(): Promise<void> {
  ;(await cookies()).set(sessionCookieName(), '', { ...sessionCookieOptions(), maxAge: 0 })
}

/** What limits and session lists know of a client: its network address as our server saw it, its browser's name. */
export async function describeClient(): Promise<{ address: string; device: string }> {
  const given = await headers()
  return { address: given.get('x-gleaner-client') ?? '', device: deviceName(given.get('user-agent')) }
}

/** Sets what next-auth wants remembered on the way to a provider and back. */
export async function setFlowCookies(answer: FlowAnswer): Promise<void> {
  const jar = await cookies()
  for (const { name, value, expires } of answer.cookies) {
    jar.set(name, value, { ...sessionCookieOptions(), ...(expires ? { expires } : {}) })
  }
}

/** What the flow with a provider is told of this request. */
export async function describeFlow(): Promise<{ cookies: Record<string, string>; device: string }> {
  const all = (await cookies()).getAll()
  const { device } = await describeClient()
  return { cookies: Object.fromEntries(all.map(({ name, value }) => [name, value])), device }
}
