import { type ItemsOf, listFeedItems, nameOfItems } from '@/lib/archive/feed-queries'
import { listRecentDocuments } from '@/lib/archive/queries'
import { sponsorLinksIn } from '@/lib/clicks/queries'
import { env } from '@/lib/env/env'
import { readPublication } from '@/lib/publication/queries'
import type { PublicationView } from '@/lib/publication/schema'
import type { Feed } from '@/lib/render/feed/feed'
import { allIssues, allItems, type Followed, sectionItems } from '@/lib/render/feed/feed-path'
import { issueEntry } from '@/lib/render/feed/issue-entry'
import { itemEntry } from '@/lib/render/feed/item-entry'
import { termPath } from '@/lib/render/found-paths'
import { wordsOf } from '@/lib/render/words/words-of'
import { searchItems } from '@/lib/search/queries'
import { readSearchRequest, searchPath } from '@/lib/search/rules'
import type { Asked } from '@/server/reader/made'

type Term = Exclude<ItemsOf, null | { ids: string[] }>

/** Full texts, so that a reader who was away for a season finds it all, and a poll stays small. */
const ISSUES = 15
const ITEMS = 60

/** The hub is told of these (lib/jobs/ping-hub.ts); the route table says the same. */
const toldOf: Term['kind'][] = ['TOPIC', 'SECTION']

export type LoadedFeed = { followed: Followed; feed: Feed }

/** What a feed says of the publication, whatever it is of. */
function feedOf({ name, tagline, lang }: PublicationView): Omit<Feed, 'title' | 'entries'> {
  const { APP_URL: origin } = env()
  return {
    description: tagline || name,
    lang,
    publisher: name,
    site: `${origin}/`,
    page: `${origin}/`,
    icon: `${origin}/icon.png`,
    hub: null,
  }
}

async function loadIssues(): Promise<LoadedFeed> {
  const [publication, issues] = await Promise.all([readPublication(), listRecentDocuments(ISSUES)])
  const sponsorLinks = await sponsorLinksIn(issues.map(({ document }) => document))
  const site = { origin: env().APP_URL, sponsorLinks, lang: publication.lang }
  const entries = issues.map(({ issueId, document }) => issueEntry(issueId, document, site))
  const hub = env().WEBSUB_HUB ?? null
  return { followed: allIssues, feed: { ...feedOf(publication), hub, title: publication.name, entries } }
}

/** The entries of items, and the feed around them. @param name of what they are found under */
async function itemsFeed(of: ItemsOf, name: (publication: PublicationView) => string): Promise<Feed> {
  const [publication, items] = await Promise.all([readPublication(), listFeedItems(of, ITEMS)])
  const { lang } = publication
  const entries = items.map((item) => itemEntry(item, { origin: env().APP_URL, lang }))
  return { ...feedOf(publication), title: `${name(publication)} · ${publication.name}`, entries }
}

async function loadItems(): Promise<LoadedFeed> {
  const feed = await itemsFeed(null, ({ lang }) => wordsOf(lang).everyLink)
  const { APP_URL: origin, WEBSUB_HUB: hub = null } = env()
  return { followed: allItems, feed: { ...feed, hub, page: `${origin}/issues` } }
}

const pathOf = ({ kind, slug }: Term): Followed =>
  kind === 'SECTION' ? sectionItems(slug) : { path: termPath(kind, slug) }

async function loadTerm(term: Term): Promise<LoadedFeed | null> {
  const name = await nameOfItems(term)
  if (name === null) return null
  const followed = pathOf(term)
  const { APP_URL: origin } = env()
  // A section has no page of its own: it is read in its issues.
  const page = `${origin}${term.kind === 'SECTION' ? '/issues' : followed.path}`
  const hub = (toldOf.includes(term.kind) && env().WEBSUB_HUB) || null
  return { followed, feed: { ...(await itemsFeed(term, () => name)), hub, page } }
}

/** What a search finds that has all of its words, newest first, so that a feed is of what is new. */
async function loadSearch(query: Asked['query']): Promise<LoadedFeed> {
  const request = { ...readSearchRequest(query), after: null }
  const { typed, filters } = request
  const { found, hits } = await searchItems(typed, filters, { after: null, limit: ITEMS, order: 'newest' })
  if (found === 'too-long') throw new Error('A search for a feed was given up')
  const ids = found === 'all' ? hits.map(({ id }) => id) : []
  const { search } = wordsOf((await readPublication()).lang)
  const feed = await itemsFeed({ ids }, () => (typed ? search.resultsFor(typed) : search.search))
  const path = searchPath(request)
  const followed = { path: '/search', query: path.split('?')[1] ?? '' }
  return { followed, feed: { ...feed, page: `${env().APP_URL}${path}` } }
}

const kinds = { topics: 'TOPIC', authors: 'AUTHOR', sites: 'SITE', sections: 'SECTION' } as const

/** What a feed can be of; of those of `kinds` the address names one. */
export type FeedOf = 'issues' | 'items' | 'search' | keyof typeof kinds

/** The feed of what is asked for; null where nothing is found under that name. */
export async function loadFeed(of: FeedOf, { params, query }: Asked): Promise<LoadedFeed | null> {
  if (of === 'issues') return loadIssues()
  if (of === 'items') return loadItems()
  if (of === 'search') return loadSearch(query)
  return loadTerm({ kind: kinds[of], slug: params.term ?? '' })
}
