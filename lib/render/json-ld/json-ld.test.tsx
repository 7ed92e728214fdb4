import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { makeHostileDocument } from '@/lib/testing/hostile-document'
import { hostileTexts } from '@/lib/testing/hostile-texts'
import { makeDocument, makeItem, makePublicationView, makeSection } from '@/lib/testing/make-document'
import { JsonLd, type JsonLdValue, writeJsonLd } from './json-ld'
import { breadcrumbsNode, issueNode, periodicalNode } from './nodes'

const origin = 'https://tides.example'
const publication = makePublicationView()
const where = { publication, origin }
const read = (nodes: JsonLdValue[]) => JSON.parse(writeJsonLd(nodes))['@graph']

describe('what a page says to programs', () => {
  it('names an issue, the publication it is of, and its items that have a headline', () => {
    const items = [makeItem({ headline: 'A' }), makeItem({ kind: 'note', headline: null, url: null })]
    const document = makeDocument({ sections: [makeSection({ items })] })
    const [issue, periodical] = read([issueNode(document, where), periodicalNode(where)])
    expect(issue).toMatchObject({
      '@type': 'PublicationIssue',
      name: 'Tide Table Issue #7',
      issueNumber: 7,
      datePublished: '2026-03-02T01:00:00.000Z',
      isPartOf: { '@id': periodical['@id'], name: 'Tide Table' },
    })
    expect(issue.hasPart.map(({ name }: { name: string }) => name)).toEqual(['A'])
    expect(periodical).toMatchObject({ '@type': 'Periodical', url: `${origin}/`, inLanguage: 'en' })
  })

  it('leads from the front page to the page', () => {
    const [crumbs] = read([breadcrumbsNode([{ name: 'Archive', path: '/issues' }], where)])
    expect(crumbs.itemListElement).toEqual([
      { '@type': 'ListItem', position: 1, name: 'Tide Table', item: `${origin}/` },
      { '@type': 'ListItem', position: 2, name: 'Archive', item: `${origin}/issues` },
    ])
  })
})

describe('hostile texts', () => {
  it('stay in the block, which says them back', () => {
    for (const text of hostileTexts(7)) {
      const named = { publication: { ...publication, name: text, tagline: text }, origin }
      const nodes = [
        periodicalNode(named),
        issueNode(makeHostileDocument(text), named),
        breadcrumbsNode([{ name: text, path: '/' }], named),
      ]
      const block = renderToStaticMarkup(<JsonLd nodes={nodes} />)
      const json = writeJsonLd(nodes)
      expect(block).toBe(`<script type="application/ld+json">${json}</script>`)
      expect(JSON.parse(json)['@graph']).toHaveLength(3)
    }
  })
})
