import { filePolicy } from './security-headers'

/**
 * Every address there is. What is not in this table is answered 404 by us and never reaches Next.
 *
 * - `reader`: a public page or file, filled by our own request of `fill` with the declared query names, without any
 *   header of the client's, without script.
 * - `studio`: pages and handlers for people who signed in, with a nonce; never stored.
 * - `framed`: pages that the studio shows in a frame of its own.
 * - `go`: a counted link of a sponsor's; answered by us with where it leads.
 * - `media`: an image of a published issue, by the hash of its bytes; answered by us.
 * - `api`: handlers that check for themselves who asks.
 * - `asset`: files of the build, which change their names when they change.
 */
export type RouteKind = 'reader' | 'studio' | 'framed' | 'go' | 'media' | 'api' | 'asset'

export type Route = {
  kind: RouteKind
  /** `:name` stands for one segment or a part of one, `/**` at the end for anything below, the path itself too. */
  path: string
  /** Where Next has it, if not at `path`. */
  fill?: string
  /** Query names that mean something; others are dropped. */
  query?: string[]
  /** `Cache-Control` of an answer 200. */
  cache?: string
  /** The record that must exist before the page is filled. */
  resolve?: 'issue' | 'storefront'
  /** Largest form in parts (multipart) in bytes; without it such a form is refused. */
  upload?: number
  /** `Content-Security-Policy`, where it isn't that of its kind. */
  policy?: string
}

/** More than any file that is taken: to whoever chose a larger one, the form's own page says so, up to here. */
const LARGEST_UPLOAD = 16 * 1024 * 1024

/** Kept, but asked about each time: a correction or a withdrawal is seen at once. */
const REVALIDATE = 'public, max-age=0, must-revalidate'

export const routes: Route[] = [
  { kind: 'reader', path: '/', cache: REVALIDATE },
  { kind: 'reader', path: '/issues', cache: REVALIDATE },
  {
    kind: 'reader',
    path: '/issues/:slug.md',
    fill: '/issues/:slug/markdown',
    cache: REVALIDATE,
    resolve: 'issue',
  },
  {
    kind: 'reader',
    path: '/issues/:slug.json',
    fill: '/issues/:slug/document',
    cache: REVALIDATE,
    resolve: 'issue',
  },
  { kind: 'reader', path: '/issues/:slug', cache: REVALIDATE, resolve: 'issue' },
  { kind: 'reader', path: '/sponsor-us', cache: REVALIDATE, resolve: 'storefront' },
  {
    kind: 'reader',
    path: '/sponsor-us/request',
    query: ['placement', 'date', 'kept', 'problem'],
    cache: 'private, no-store',
    resolve: 'storefront',
  },
  { kind: 'reader', path: '/sponsor-us/sent', cache: REVALIDATE, resolve: 'storefront' },
  { kind: 'reader', path: '/feed.xml', cache: REVALIDATE },
  { kind: 'reader', path: '/robots.txt', cache: REVALIDATE },
  { kind: 'reader', path: '/icon.svg', cache: 'public, max-age=86400' },
  { kind: 'studio', path: '/sign-in/**' },
  { kind: 'studio', path: '/admin/**' },
  { kind: 'studio', path: '/sponsor/**' },
  { kind: 'framed', path: '/preview/**' },
  { kind: 'framed', path: '/proof/**' },
  { kind: 'go', path: '/go/:id' },
  { kind: 'media', path: '/media/:hash' },
  { kind: 'api', path: '/api/slots/:id/image', upload: LARGEST_UPLOAD },
  { kind: 'api', path: '/api/portal/slots/:id/image', upload: LARGEST_UPLOAD },
  { kind: 'api', path: '/api/images/:id', policy: filePolicy },
  { kind: 'api', path: '/api/**' },
  { kind: 'asset', path: '/_next/static/**' },
]
