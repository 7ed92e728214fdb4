import type { IssueDocument } from '@/lib/document/schema'
import { makeDocument, makeItem, makeSection, makeSponsor } from './make-document'

/**
 * A document with one text in every place that a person can write in: headline, address, more links, blurb, quote,
 * byline, credit, disclosure, intro, outro, correction, section title, sponsor's part and its picture, title and
 * preheader.
 */
export function makeHostileDocument(
  text: string,
  issue: Partial<IssueDocument['issue']> = {},
): IssueDocument {
  const everywhere = {
    headline: text,
    url: text,
    links: [{ label: text, url: text }],
    blurb: text,
    byline: text,
    credit: text,
    disclosure: text,
  }
  const image = { url: text, alt: text, width: 600, height: 200 }
  const items = () => [
    makeItem(everywhere),
    makeItem({ ...everywhere, kind: 'quote', headline: null }),
    makeItem({ ...everywhere, kind: 'note', headline: null, url: null }),
  ]
  return makeDocument({
    issue: { title: text, preheader: text, intro: text, outro: text, correction: text, ...issue },
    sections: [
      makeSection({ title: text, items: items() }),
      makeSection({ title: null, items: items() }),
      makeSection({ title: text, layout: 'list', items: items() }),
    ],
    sponsors: [
      makeSponsor({ label: text, headline: text, text, callToAction: text, url: text, image }),
      makeSponsor({ at: 'bottom', label: text, text, callToAction: null, url: text }),
    ],
  })
}
