import type { ReactNode } from 'react'
import { CARD_HEIGHT, CARD_WIDTH } from '@/lib/cards/rules'
import { env } from '@/lib/env/env'
import type { PublicationView } from '@/lib/publication/schema'
import { papers } from '@/lib/render/accent'
import { CHOSEN_SHEET } from '@/lib/render/appearance'
import { allIssues, type Followed, feedLinks } from '@/lib/render/feed/feed-path'
import { iconData } from '@/lib/render/icon'
import { sheetPath } from './style-sheet'

/** What the head of a reader's page says of it. */
export type PageHead = {
  /** Path from the root; null of a page that search engines are to follow and not to show. */
  path: string | null
  title: string
  description: string
  /** Further forms of the page by media type. */
  forms?: Record<string, string>
  /** The page's own feed, beside that of the whole issues. */
  feed?: { of: Followed; title: string }
  /** Path of the page's own card; else it is shared with that of the publication. */
  card?: string
  /** Times of an issue, instants with offset. */
  article?: { publishedTime: string; modifiedTime: string }
  /** What search engines are told of a page that has an address and is not to be shown. */
  robots?: 'noindex' | 'noindex, nofollow'
  /** A page that is its sender's: it names neither an address to come back to nor anything to follow. */
  isPrivate?: boolean
}

type Props = { publication: PublicationView; head: PageHead }
type Link = { type: string; url: string; title?: string }

/** A path as an address; that of the front page is the origin. */
const absolute = (path: string) => `${env().APP_URL}${path === '/' ? '' : path}`

/** The feeds that a page leads to, its own before that of the whole issues, and its further forms. */
function linksOf({ name }: PublicationView, { feed, forms = {} }: PageHead): Link[] {
  const own = feed ? feedLinks(feed.of, feed.title) : {}
  const feeds = Object.entries(feedLinks(allIssues, name)).flatMap(([type, all]) =>
    [...(own[type] ?? []), ...all].map((link) => ({ type, ...link })),
  )
  return [...feeds, ...Object.entries(forms).map(([type, url]) => ({ type, url }))]
}

function Alternates({ publication, head }: Props) {
  return (
    <>
      {head.path === null ? null : <link rel="canonical" href={absolute(head.path)} />}
      {linksOf(publication, head).map(({ type, url, title }) => (
        <link key={`${type} ${url}`} rel="alternate" type={type} href={absolute(url)} title={title} />
      ))}
    </>
  )
}

/** What is shown of the page where its address is shared (https://ogp.me, and the names that X reads first). */
function Shared({ publication: { name }, head, title }: Props & { title: string }) {
  const { path, description, card, article } = head
  const image = {
    '': absolute(card ?? '/card.png'),
    ':type': 'image/png',
    ':width': String(CARD_WIDTH),
    ':height': String(CARD_HEIGHT),
    ':alt': card ? title : name,
  }
  const properties: [string, string | null][] = [
    ['og:title', head.title],
    ['og:description', description || null],
    ['og:url', path === null ? null : absolute(path)],
    ['og:site_name', name],
    ...Object.entries(image).map(([part, value]): [string, string] => [`og:image${part}`, value]),
    ['og:type', article ? 'article' : 'website'],
    ['article:published_time', article?.publishedTime ?? null],
    ['article:modified_time', article?.modifiedTime ?? null],
  ]
  const names: [string, string | null][] = [
    ['twitter:card', 'summary_large_image'],
    ['twitter:title', head.title],
    ['twitter:description', description || null],
    ...Object.entries(image).map(([part, value]): [string, string] => [`twitter:image${part}`, value]),
  ]
  const said = (pair: [string, string | null]): pair is [string, string] => pair[1] !== null
  return (
    <>
      {properties.filter(said).map(([property, content]) => (
        <meta key={property} property={property} content={content} />
      ))}
      {names.filter(said).map(([each, content]) => (
        <meta key={each} name={each} content={content} />
      ))}
    </>
  )
}

/** Title with the publication's name in it. */
const fullTitle = ({ name }: PublicationView, { title }: PageHead) =>
  title.includes(name) ? title : `${title} · ${name}`

/** Head of a reader's page. The icon is within it: a page and its two style sheets are all that a reader asks for. */
export function Head({ publication, head }: Props): ReactNode {
  const { description, path, robots = path === null ? 'noindex, follow' : null, isPrivate = false } = head
  const title = fullTitle(publication, head)
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <link rel="stylesheet" href={sheetPath} />
      <link rel="stylesheet" href={CHOSEN_SHEET} />
      <meta name="theme-color" content={papers.light} media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content={papers.dark} media="(prefers-color-scheme: dark)" />
      <meta name="color-scheme" content="light dark" />
      <title>{title}</title>
      {description ? <meta name="description" content={description} /> : null}
      {robots ? <meta name="robots" content={robots} /> : null}
      {isPrivate ? null : <Alternates publication={publication} head={head} />}
      <Shared publication={publication} head={head} title={title} />
      <link rel="icon" href={iconData} />
    </head>
  )
}
