import type { Source } from '@/lib/archive/schema'
import { xml, xmlDocument } from '@/lib/render/xml'

/**
 * A list of sites in OPML 2.0 (http://opml.org/spec2.opml). Links and not subscriptions: what feeds the sites have is
 * not known here.
 */
export function writeOpml(title: string, sources: readonly Pick<Source, 'site' | 'origin'>[]): string {
  const outlines = sources.map(({ site, origin }) =>
    xml('outline', { type: 'link', text: site, url: `${origin}/` }),
  )
  const head = xml('head', {}, xml('title', {}, title))
  return xmlDocument(xml('opml', { version: '2.0' }, head, xml('body', {}, outlines)))
}
