import { env } from '@/lib/env/env'

const policy = (directives: Record<string, string>) =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')

/** Colours of the publication are set in a style attribute, hence inline styles everywhere. */
const styles = "'self' 'unsafe-inline'"

const withoutScript = (ancestors: string) =>
  policy({
    'default-src': "'none'",
    'script-src': "'none'",
    'style-src': styles,
    'img-src': "'self' data:",
    'font-src': "'self'",
    // Nothing on the page can ask for anything; tools that look at it ask for robots.txt in its name (docs/adr/0022).
    'connect-src': "'self'",
    'form-action': "'self'",
    'base-uri': "'none'",
    'frame-ancestors': ancestors,
  })

/** Reader pages have no script at all, and take nothing from other hosts. */
export const readerPolicy = withoutScript("'none'")

/** The same page in a frame of the studio's. */
export const framedPolicy = withoutScript("'self'")

/** A file of somebody's, opened by itself: nothing in it is a page of ours. */
export const filePolicy = "default-src 'none'; sandbox"

/** Where a sign-in form may lead on to. */
function signInOrigins(): string {
  const { GITHUB_ID, GOOGLE_ID } = env()
  return `${GITHUB_ID ? ' https://github.com' : ''}${GOOGLE_ID ? ' https://accounts.google.com' : ''}`
}

/** Studio and sponsor pages: our scripts only, each named by the request's nonce. */
export function studioPolicy(nonce: string, dev: boolean): string {
  return policy({
    'default-src': "'self'",
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    'style-src': styles,
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': `'self'${dev ? ' ws:' : ''}`,
    'object-src': "'none'",
    'frame-src': "'self'",
    'form-action': `'self'${signInOrigins()}`,
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
  })
}

/** What an answer says that has no body and leads elsewhere: all else would be about what it shows. */
export function emptyHeaders(): Record<string, string> {
  const secure = env().APP_URL.startsWith('https:')
  return {
    'X-Content-Type-Options': 'nosniff',
    // With `no-referrer` a form post would send `Origin: null`.
    'Referrer-Policy': 'same-origin',
    ...(secure ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  }
}

/** What every other answer says, whatever it is. */
export function commonHeaders(): Record<string, string> {
  return {
    ...emptyHeaders(),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  }
}
