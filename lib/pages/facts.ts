import { isUrl } from '@/lib/address/is-url'
import { isLanguageTag } from '@/lib/document/rules'
import { decodePage } from './charset'
import { readJsonLd } from './json-ld'
import type { Oembed } from './oembed'
import { type Markup, readMarkup } from './read-markup'
import { type PageFacts, TEXT_LENGTH } from './schema'
import { withoutSite } from './titles'
import { countWords, oneLine, unescaped } from './words'

const LONGEST_TITLE = 300
const LONGEST_NAME = 100
const MOST_AUTHORS = 5

export type PageSource = {
  body: Uint8Array
  /** `Content-Type` of the answer, or empty. */
  contentType: string
  /** Where it was found, absolute. */
  address: string
}

/** Whether an answer is a page that can be read: by its type, and where none was given, by how it begins. */
function isMarkup({ body, contentType }: PageSource): boolean {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? ''
  if (type === 'text/html' || type === 'application/xhtml+xml') return true
  if (type !== '' && type !== 'application/octet-stream' && !/^(?:text|application)\/xml$/.test(type))
    return false
  return /^\s*<(?:!doctype html|html|head|body|title|meta)\b/i.test(
    decodePage(body.subarray(0, 1024), contentType),
  )
}

/** What a page says of itself; null for what is no page, such as an image. */
export function readPage(source: PageSource): PageFacts | null {
  if (isMarkup(source))
    return factsOf(readMarkup(decodePage(source.body, source.contentType)), source.address)
  if (!/^text\/(?:plain|markdown)\b/i.test(source.contentType)) return null
  // What is served as plain text may be anything, and Postgres holds no NUL.
  const text = decodePage(source.body, source.contentType).replaceAll('\0', ' ')
  const nothing = { title: '', site: '', authors: [], organisation: '', date: null, language: null }
  const none = { canonical: null, oembed: null, refresh: null }
  return { ...nothing, ...none, wordCount: countWords(text), text: text.slice(0, TEXT_LENGTH) }
}

function factsOf(markup: Markup, address: string): PageFacts {
  const { metas, links, microdata, text } = markup
  const meta = (...names: string[]) => names.map((name) => metas.get(name)?.[0] ?? '').find(Boolean) ?? ''
  const all = (...names: string[]) =>
    names.map((name) => metas.get(name) ?? []).find((found) => found.length > 0) ?? []
  const data = readJsonLd(markup.jsonLd)
  const base = absolute(markup.base, address) ?? address
  const publisher = data?.publisher || (microdata.get('publisher.name') ?? microdata.get('publisher') ?? '')
  const site = clean(meta('og:site_name', 'application-name') || publisher)
  const written = [
    wholeTitle(data?.title ?? '', meta('og:title')),
    meta('dc:title', 'dc.title', 'dcterms.title', 'citation_title', 'og:title'),
    microdata.get('headline') ?? '',
    meta('twitter:title', 'parsely-title', 'sailthru.title', 'title'),
    markup.title,
    markup.heading,
  ]
  const title = written.map(clean).find(Boolean) ?? ''
  const names = data?.authors.length
    ? data.authors
    : all(
        'dc:creator',
        'dc.creator',
        'dcterms.creator',
        'citation_author',
        'author',
        'parsely-author',
        'sailthru.author',
      )
  const ofItem = microdata.get('author.name') ?? microdata.get('author') ?? ''
  const people = names.length > 0 ? names : [ofItem, ...all('article:author')]
  const canonical = links.find(({ rel }) => /\bcanonical\b/i.test(rel))?.href || meta('og:url')
  const isOembed = ({ type }: { type: string }) =>
    /^(?:application\/json|text\/(?:json|xml))\+oembed$/i.test(type.trim())
  const oembed = links
    .filter(isOembed)
    .sort((one, other) => Number(/xml/i.test(one.type)) - Number(/xml/i.test(other.type)))
  return {
    title: withoutSite(title, site, address).slice(0, LONGEST_TITLE),
    site: site.slice(0, LONGEST_NAME),
    authors: authorsOf(people, site),
    organisation: clean(publisher || meta('og:site_name')).slice(0, LONGEST_NAME),
    date: dateOf([
      data?.date ?? '',
      meta(
        'article:published_time',
        'datepublished',
        'citation_publication_date',
        'parsely-pub-date',
        'dc.date',
        'dcterms.date',
      ),
      microdata.get('datePublished') ?? '',
      meta('date', 'pubdate', 'sailthru.date'),
    ]),
    language: languageOf([markup.lang, data?.language ?? '', meta('og:locale'), meta('content-language')]),
    wordCount: countWords(text),
    canonical: canonical ? absolute(canonical, base) : null,
    text: text.slice(0, TEXT_LENGTH),
    oembed: oembed[0] ? absolute(oembed[0].href, base) : null,
    refresh: refreshOf(meta('refresh'), base),
  }
}

const clean = (text: string) => oneLine(unescaped(text))

/** JSON-LD often holds a headline that was cut to a length, where Open Graph has it whole. */
function wholeTitle(headline: string, openGraph: string): string {
  const begun = headline.replace(/(?:…|\.{3})$/, '').trimEnd()
  return openGraph.length > headline.length && begun.length > 20 && openGraph.startsWith(begun)
    ? openGraph
    : headline
}

const nobody = /^(?:admin|administrator|root|editor|editors|staff|guest|unknown|anonymous|author|webmaster)$/i

/** Names of people out of what stands where an author should: no addresses, no handles, and not the site once more. */
function authorsOf(written: readonly string[], site: string): string[] {
  const names = written
    .map((name) => clean(name).replace(/^by[:\s]+/i, ''))
    // “Family, Given”, as libraries write one.
    .map((name) => name.replace(/^([\p{Lu}][\p{L}’'-]+), ([\p{Lu}][\p{L}.’' -]+)$/u, '$2 $1'))
    .flatMap((name) => (name.length > LONGEST_NAME ? [] : name.split(/\s*(?:;|,|\s(?:and|&)\s)\s*/)))
    .filter((name) => name !== '' && !/^https?:|^www\.|^@|@.+\.|[<>{}]/.test(name) && !nobody.test(name))
    .filter((name) => name.toLowerCase() !== site.toLowerCase())
  return [...new Set(names)].slice(0, MOST_AUTHORS)
}

function dateOf(written: readonly string[]): string | null {
  for (const text of written) {
    const [, year = '', month = '', day = ''] = /^\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/.exec(text) ?? []
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    const at = Date.parse(`${date}T00:00:00Z`)
    if (!Number.isNaN(at) && new Date(at).toISOString().startsWith(date) && year > '1900') return date
  }
  return null
}

function languageOf(written: readonly string[]): string | null {
  for (const text of written) {
    const tag = text.split(',')[0]?.trim().replaceAll('_', '-') ?? ''
    if (tag !== '' && isLanguageTag(tag)) return Intl.getCanonicalLocales(tag)[0] ?? null
  }
  return null
}

function absolute(href: string, base: string): string | null {
  if (href.trim() === '' || !isUrl(href.trim(), base)) return null
  const url = new URL(href.trim(), base)
  return /^https?:$/.test(url.protocol) ? url.href : null
}

const SOON = 5

/** Where a `refresh` leads that people would hardly see the page before. */
function refreshOf(content: string, base: string): string | null {
  const [, seconds = '', href = ''] =
    /^\s*(\d{1,4})(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']+)/i.exec(content) ?? []
  return seconds !== '' && Number(seconds) <= SOON ? absolute(href, base) : null
}

/** The facts with what an oEmbed description adds: only what the page itself did not say. */
export function withOembed(facts: PageFacts, { title, author, provider }: Oembed): PageFacts {
  const site = facts.site || clean(provider).slice(0, LONGEST_NAME)
  return {
    ...facts,
    site,
    title: facts.title || clean(title).slice(0, LONGEST_TITLE),
    authors: facts.authors.length > 0 ? facts.authors : authorsOf([author], site),
    organisation: facts.organisation || clean(provider).slice(0, LONGEST_NAME),
  }
}
