import { env } from '@/lib/env/env'
import type { Keep } from './routes'

/** What is for one person, or for nobody to keep. */
export const NOT_KEPT = 'private, no-store'

const YEAR = 31_536_000

/** What browsers, and caches that are not told of publications, are allowed (RFC 9111, 5.2.2). */
function forEverybody({ unasked }: Keep): string {
  if (!unasked) return 'public, max-age=0, must-revalidate'
  return unasked === YEAR ? `public, max-age=${YEAR}, immutable` : `public, max-age=${unasked}`
}

/** A CDN that is told may keep for an hour, in case a call to it was lost; while we can't answer, for a day. */
const TOLD = 'max-age=3600, stale-while-revalidate=60, stale-if-error=86400'

/** By which a CDN finds all that it has of ours. */
const KEY = 'gleaner'

/**
 * Headers that say how an answer 200 may be kept. A CDN gets its own (RFC 9213; `Surrogate-Control` and the keys are
 * older forms of the same) only where it is told of publications: `s-maxage` would say it to every proxy on the way.
 * @param keep of its route
 */
export function cacheHeaders(keep: Keep | undefined): Record<string, string> {
  if (!keep) return { 'Cache-Control': NOT_KEPT }
  const shared = { 'Cache-Control': forEverybody(keep) }
  // No CDN is told of what changes without a publication.
  if (!env().CDN_PURGE_URL || keep.fresh === 0) return shared
  return {
    ...shared,
    'CDN-Cache-Control': `public, ${TOLD}`,
    'Surrogate-Control': TOLD,
    'Surrogate-Key': KEY,
    'Cache-Tag': KEY,
  }
}
