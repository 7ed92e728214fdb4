import { APPEARANCE_PATH, CHOSEN_SHEET } from '@/lib/render/appearance'
import { type FeedFormat, feedFormats } from '@/lib/render/feed/formats'
import type { FeedOf } from '@/server/reader/files/load-feed'
import type { Making } from '@/server/reader/makers'
import { filePolicy } from './security-headers'

/**
 * Every address there is. What is not in this table is answered 404 by us.
 *
 * - `reader`: a public page or file without script, made by us of its address and the declared query names alone, with
 *   nothing else of the client's.
 * - `studio`: pages and handlers for people who signed in, with a nonce; never stored.
 * - `framed`: pages that the studio shows in a frame of its own.
 * - `go`: a counted link of a sponsor's; answered by us with where it leads.
 * - `media`: an image of a published issue, by the hash of its bytes; answered by us, and never another one.
 * - `appearance`: the choice of light and dark, and the style sheet that follows it; answered by us.
 * - `stream`: what becomes of an open issue, as server-sent events; answered by us.
 * - `api`: handlers that check for themselves who asks.
 * - `asset`: files of the build, which change their names when they change.
 */
export type RouteKind =
  | 'reader'
  | 'studio'
  | 'framed'
  | 'go'
  | 'media'
  | 'appearance'
  | 'stream'
  | 'api'
  | 'asset'

/** How a page is kept: by us, and by browsers and whatever else stands between us and readers. */
export type Keep = {
  /**
   * Whose share of the memory it takes: `pages` where records bound how many addresses there are, `searches` where
   * readers write words of their own into them. However many of those are made up, they push out no page.
   */
  room: 'pages' | 'searches'
  /**
   * For how many seconds it needn't be made anew, as long as nothing is published, corrected or withdrawn; that ends
   * it at once. With 0 it is made anew each time, and what is kept is for when that fails.
   */
  fresh: number
  /** For how many seconds a browser needn't ask again; 0 when left out: a correction is seen at once. */
  unasked?: number
}

export type Route = {
  kind: RouteKind
  /** `:name` stands for one segment or a part of one, `/**` at the end for anything below, the path itself too. */
  path: string
  /** What makes a page or file for readers (server/reader/makers.ts). */
  make?: Making
  /** Query names that mean something; others are dropped. */
  query?: string[]
  /** How an answer 200 is kept; without it never, by nobody. Only pages that are the same for everybody have it. */
  keep?: Keep
  /** The record that must exist before the page is made. */
  resolve?:
    | 'issue'
    | 'year'
    | 'item'
    | 'topics'
    | 'topic'
    | 'author'
    | 'site'
    | 'section'
    | 'sitemap'
    | 'storefront'
    | 'suggestions'
    | 'suggestion'
  /** Whether the WebSub hub is told of its changes (lib/jobs/ping-hub.ts). */
  toldOf?: boolean
  /** Largest form in parts (multipart) in bytes; without it such a form is refused. */
  upload?: number
  /** `Content-Security-Policy`, where it isn't that of its kind. */
  policy?: string
}

/** More than any file that is taken: to whoever chose a larger one, the form's own page says so, up to here. */
const LARGEST_UPLOAD = 16 * 1024 * 1024

const DAY = 86_400
const YEAR = 365 * DAY

/** Made of what is published alone. Anew after a day all the same, since a page may say how long ago something was. */
const published: Keep = { room: 'pages', fresh: DAY }

/** Made of what changes without a publication. */
const live: Keep = { room: 'pages', fresh: 0 }

/** Words, topics, sections and sites are counted a little after they are published: then a page may say more of them. */
const COUNTED = 300

/** The feeds of a page, one in each format, at its own address. */
const feeds = (page: string, feed: FeedOf, more: Partial<Route> = {}): Route[] =>
  (Object.keys(feedFormats) as FeedFormat[]).map((format) => ({
    kind: 'reader',
    path: `${page}/${feedFormats[format].file}`,
    make: { feed, format },
    keep: published,
    ...more,
  }))

/** Before all others: `feed.xml` is the name of no item. */
const allFeeds: Route[] = [
  ...feeds('', 'issues', { toldOf: true }),
  ...feeds('/items', 'items', { toldOf: true }),
  ...feeds('/topics/:term', 'topics', { resolve: 'topic', toldOf: true }),
  ...feeds('/authors/:term', 'authors', { resolve: 'author' }),
  ...feeds('/sites/:term', 'sites', { resolve: 'site' }),
  ...feeds('/search', 'search', {
    query: ['q', 'year', 'section', 'topic', 'host'],
    keep: { room: 'searches', fresh: COUNTED },
  }),
  ...feeds('/sections/:term', 'sections', { resolve: 'section', toldOf: true }),
]

export const routes: Route[] = [
  ...allFeeds,
  { kind: 'reader', path: '/', make: 'front', keep: published },
  { kind: 'reader', path: '/issues', make: 'archive', keep: published },
  {
    kind: 'reader',
    path: '/issues/:slug.md',
    make: 'issue.md',
    keep: published,
    resolve: 'issue',
  },
  {
    kind: 'reader',
    path: '/issues/:slug.json',
    make: 'issue.json',
    keep: published,
    resolve: 'issue',
  },
  {
    kind: 'reader',
    path: '/issues/:slug/card.png',
    make: 'issue-card',
    keep: published,
    resolve: 'issue',
  },
  { kind: 'reader', path: '/issues/:slug', make: 'issue', keep: published, resolve: 'issue' },
  {
    kind: 'reader',
    path: '/search',
    make: 'search',
    query: ['q', 'year', 'section', 'topic', 'host', 'after'],
    keep: { room: 'searches', fresh: COUNTED },
  },
  { kind: 'reader', path: '/issues/year/:year', make: 'year', keep: published, resolve: 'year' },
  { kind: 'reader', path: '/items/:item', make: 'item', keep: published, resolve: 'item' },
  {
    kind: 'reader',
    path: '/topics',
    make: 'topics',
    keep: { ...published, fresh: COUNTED },
    resolve: 'topics',
  },
  { kind: 'reader', path: '/topics/:term', make: 'topic', keep: published, resolve: 'topic' },
  { kind: 'reader', path: '/topics/:term/after/:item', make: 'topic', keep: published, resolve: 'topic' },
  { kind: 'reader', path: '/authors/:term', make: 'author', keep: published, resolve: 'author' },
  { kind: 'reader', path: '/authors/:term/after/:item', make: 'author', keep: published, resolve: 'author' },
  { kind: 'reader', path: '/sites/:term', make: 'site', keep: published, resolve: 'site' },
  { kind: 'reader', path: '/sites/:term/after/:item', make: 'site', keep: published, resolve: 'site' },
  { kind: 'reader', path: '/sponsor-us', make: 'storefront', keep: live, resolve: 'storefront' },
  {
    kind: 'reader',
    path: '/sponsor-us/request',
    make: 'request',
    query: ['placement', 'date', 'kept', 'problem'],
    resolve: 'storefront',
  },
  { kind: 'reader', path: '/sponsor-us/sent', make: 'request-sent', keep: live, resolve: 'storefront' },
  {
    kind: 'reader',
    path: '/suggest',
    make: 'suggest',
    query: ['url', 'kept', 'problem'],
    resolve: 'suggestions',
  },
  { kind: 'reader', path: '/suggest/:token', make: 'suggestion', resolve: 'suggestion' },
  { kind: 'reader', path: '/follow', make: 'follow', keep: { ...published, fresh: COUNTED } },
  { kind: 'reader', path: '/sources.opml', make: 'sources', keep: { ...published, fresh: COUNTED } },
  { kind: 'reader', path: '/sitemap.xml', make: 'sitemap', keep: published },
  {
    kind: 'reader',
    path: '/sitemaps/:part.xml',
    make: 'sitemap-part',
    keep: published,
    resolve: 'sitemap',
  },
  { kind: 'reader', path: '/robots.txt', make: 'robots', keep: published },
  { kind: 'reader', path: '/card.png', make: 'card', keep: published },
  { kind: 'reader', path: '/icon.png', make: 'icon', keep: { ...published, unasked: DAY } },
  { kind: 'reader', path: '/admin/icons/:icon.png', make: 'icon', keep: { ...published, unasked: DAY } },
  { kind: 'reader', path: '/icon.svg', make: 'icon.svg', keep: { ...published, unasked: DAY } },
  {
    kind: 'reader',
    path: '/reader-:hash.css',
    make: 'style-sheet',
    keep: { ...published, unasked: YEAR },
  },
  { kind: 'studio', path: '/sign-in/**' },
  { kind: 'studio', path: '/admin/**' },
  { kind: 'studio', path: '/sponsor/**' },
  { kind: 'framed', path: '/preview/**' },
  { kind: 'framed', path: '/proof/**' },
  { kind: 'go', path: '/go/:id' },
  { kind: 'media', path: '/media/:hash', keep: { ...published, unasked: YEAR } },
  { kind: 'appearance', path: APPEARANCE_PATH },
  { kind: 'appearance', path: CHOSEN_SHEET },
  { kind: 'stream', path: '/api/issues/:id/stream' },
  { kind: 'api', path: '/api/slots/:id/image', upload: LARGEST_UPLOAD },
  { kind: 'api', path: '/api/portal/slots/:id/image', upload: LARGEST_UPLOAD },
  { kind: 'api', path: '/api/portal/slots/:id/copy', upload: LARGEST_UPLOAD },
  { kind: 'api', path: '/api/images/:id', policy: filePolicy },
  { kind: 'api', path: '/api/**' },
  { kind: 'asset', path: '/_next/static/**' },
]
