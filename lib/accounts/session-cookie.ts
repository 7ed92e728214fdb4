import { decode, encode } from 'next-auth/jwt'
import { env } from '@/lib/env/env'
import { sessionSecret } from '@/lib/env/secrets'

/** As long as browsers keep a cookie (RFC 6265bis: 400 days), in seconds; the session's row ends it earlier. */
export const cookieMaxAge = 400 * 24 * 60 * 60

/** Cookies are `Secure` wherever readers come by https. */
export function isSecure(): boolean {
  return env().APP_URL.startsWith('https:')
}

/** next-auth's own names, since its JWT is what the cookie holds. */
export function sessionCookieName(): string {
  return isSecure() ? '__Secure-next-auth.session-token' : 'next-auth.session-token'
}

export function sessionCookieOptions(): {
  httpOnly: true
  sameSite: 'lax'
  path: string
  secure: boolean
} {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() }
}

/** The cookie's value: an encrypted JWT that carries the id of the session's row, and nothing else of use. */
export function sealSession(sessionId: string): Promise<string> {
  return encode({ token: { sid: sessionId }, secret: sessionSecret(), maxAge: cookieMaxAge })
}

/** The id in a cookie's value, or null when it is not ours, was changed or is too old. */
export async function unsealSession(value: string | undefined): Promise<string | null> {
  if (!value) return null
  try {
    const token = await decode({ token: value, secret: sessionSecret() })
    return typeof token?.sid === 'string' ? token.sid : null
  } catch {
    // Whatever was wrong with it, it signs nobody in.
    return null
  }
}
