import type { Kept } from './kept'
import type { Known } from './standing'

/** What a slug goes on with; whatever else follows begins another form of the address, or ends it. */
const inSlug = /[\w~%-]/
const readable = /^(text\/|application\/(json|[a-z]+\+(json|xml)|xml))/

/** Whether bytes name this path, and not one that only begins with it. */
function names(body: Buffer, path: string): boolean {
  for (let at = body.indexOf(path); at !== -1; at = body.indexOf(path, at + 1)) {
    const next = body[at + path.length]
    if (next === undefined || !inSlug.test(String.fromCharCode(next))) return true
  }
  return false
}

/**
 * Whether a page may show something of an issue that was withdrawn since it was made. Each page that shows a text of
 * an issue, a title even, links to the issue, and what is below an issue's address shows that one; what a search found,
 * and an image that can't be searched for links, are not trusted.
 */
function showsWithdrawn({ ask, generation, plain, type }: Kept, { withdrawn }: Known): boolean {
  for (const [path, since] of withdrawn) {
    if (since <= generation) continue
    if (ask.route?.keep?.room === 'searches' || names(Buffer.from(ask.address), path)) return true
    if (readable.test(type) ? names(plain.body, path) : ask.route?.resolve !== 'issue') return true
  }
  return false
}

/** Answers so far; each holds until something else is withdrawn. */
const judged = new WeakMap<Kept, { of: Known['withdrawn']; shows: boolean }>()

function mayShowWithdrawn(kept: Kept, known: Known): boolean {
  const last = judged.get(kept)
  if (last?.of === known.withdrawn) return last.shows
  const shows = showsWithdrawn(kept, known)
  judged.set(kept, { of: known.withdrawn, shows })
  return shows
}

/**
 * Whether a page may still be given to somebody where no newer one can be had: it shows nothing that was taken from
 * readers since it was made.
 */
export function isShowable(kept: Kept, known: Known): boolean {
  if (kept.generation === known.generation) return true
  if (kept.generation < known.shownFrom) return false
  if (kept.ask.route?.resolve === 'storefront' && !known.storefrontOpen) return false
  return !mayShowWithdrawn(kept, known)
}
