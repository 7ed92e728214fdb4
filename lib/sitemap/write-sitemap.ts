import { setImmediate } from 'node:timers/promises'
import { type Xml, xml, xmlDocument } from '@/lib/render/xml'
import { nameOfPart, type Part, type SitemapUrl } from './rules'

const xmlns = 'http://www.sitemaps.org/schemas/sitemap/0.9'

const entry = (element: string, address: string, lastModified: string | null): Xml =>
  xml(element, {}, xml('loc', {}, address), lastModified ? xml('lastmod', {}, lastModified) : null)

/** As many as are written in a few milliseconds. */
const AT_ONCE = 2_000

/**
 * A sitemap of pages (https://www.sitemaps.org/protocol.html). Fifty thousand take a tenth of a second, so it is written
 * in pieces, between which readers are answered.
 * @param origin of the site
 */
export async function writeSitemap(urls: readonly SitemapUrl[], origin: string): Promise<string> {
  const found: Xml[] = []
  for (let from = 0; from < urls.length; from += AT_ONCE) {
    for (const { path, lastModified } of urls.slice(from, from + AT_ONCE))
      found.push(entry('url', `${origin}${path}`, lastModified))
    await setImmediate()
  }
  return xmlDocument(xml('urlset', { xmlns }, found))
}

/** An index of the parts of a sitemap that is too large for one file. */
export function writeSitemapIndex(
  parts: readonly (Part & { lastModified: string | null })[],
  origin: string,
): string {
  const found = parts.map((part) =>
    entry('sitemap', `${origin}/sitemaps/${nameOfPart(part)}.xml`, part.lastModified),
  )
  return xmlDocument(xml('sitemapindex', { xmlns }, found))
}
