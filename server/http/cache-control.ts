import type { Keep } from './routes'

/** What is for one person, or for nobody to keep. */
export const NOT_KEPT = 'private, no-store'

/** `Cache-Control` of an answer 200 (RFC 9111, 5.2.2). @param keep of its route */
export function cacheControl(keep: Keep | undefined): string {
  if (!keep) return NOT_KEPT
  return keep.unasked ? `public, max-age=${keep.unasked}` : 'public, max-age=0, must-revalidate'
}
