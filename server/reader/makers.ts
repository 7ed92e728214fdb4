import type { FeedFormat } from '@/lib/render/feed/formats'
import { renderPage } from './document'
import { makeFeed } from './files/feed'
import { makeIcon } from './files/icons'
import { makeDocumentFile, makeMarkdown } from './files/issue-files'
import type { FeedOf } from './files/load-feed'
import { makeIconSvg, makeRobots, makeSources } from './files/site-files'
import { makeSitemap, makeSitemapPart } from './files/sitemaps'
import type { Asked, MadeFile, Page } from './made'
import { makeArchivePage } from './pages/archive'
import { makeFollowPage } from './pages/follow'
import { foundPages } from './pages/found'
import { makeFrontPage } from './pages/front'
import { makeIssuePage } from './pages/issue'
import { makeItemPage } from './pages/item'
import { makeRequestPage } from './pages/request'
import { makeRequestSentPage } from './pages/request-sent'
import { makeSearchPage } from './pages/search'
import { makeStorefrontPage } from './pages/storefront'
import { makeSuggestPage } from './pages/suggest'
import { makeSuggestionPage } from './pages/suggestion'
import { makeTopicsPage } from './pages/topics'
import { makeYearPage } from './pages/year'
import { makeStyleSheet } from './style-sheet'

const pages = {
  front: makeFrontPage,
  archive: makeArchivePage,
  year: makeYearPage,
  issue: makeIssuePage,
  item: makeItemPage,
  topics: makeTopicsPage,
  topic: foundPages('TOPIC'),
  author: foundPages('AUTHOR'),
  site: foundPages('SITE'),
  search: makeSearchPage,
  follow: makeFollowPage,
  storefront: makeStorefrontPage,
  request: makeRequestPage,
  'request-sent': makeRequestSentPage,
  suggest: makeSuggestPage,
  suggestion: makeSuggestionPage,
} satisfies Record<string, (asked: Asked) => Promise<Page>>

/** What draws takes some 20 MB from when it is first loaded, and is seldom asked for. */
const pictures = () => import('./files/pictures')

const files = {
  'issue.md': makeMarkdown,
  'issue.json': makeDocumentFile,
  'issue-card': async (asked) => (await pictures()).makeIssueCard(asked),
  card: async () => (await pictures()).makeCard(),
  icon: makeIcon,
  'icon.svg': makeIconSvg,
  sources: makeSources,
  sitemap: makeSitemap,
  'sitemap-part': makeSitemapPart,
  robots: makeRobots,
  'style-sheet': makeStyleSheet,
} satisfies Record<string, (asked: Asked) => Promise<MadeFile>>

type PageName = keyof typeof pages
type FileName = keyof typeof files

/** What a reader's route is made by. */
export type Making = PageName | FileName | { feed: FeedOf; format: FeedFormat }

export type Make = (making: Making, asked: Asked) => Promise<MadeFile>

const isFile = (making: PageName | FileName): making is FileName => Object.hasOwn(files, making)

/**
 * Makes a page or file for readers of what is published now, with nothing of whoever asks but the address.
 * @throws AppError not_found where what it is of isn't there any more
 */
export const make: Make = async (making, asked) => {
  if (typeof making === 'object') return makeFeed(making.feed, making.format, asked)
  return isFile(making) ? files[making](asked) : renderPage(await pages[making](asked))
}
