import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { DocumentSponsor } from '@/lib/document/schema'
import { makeDocument, makePublicationView, makeSponsor } from '@/lib/testing/make-document'
import { issueToFeed } from './issue-feed'
import { issueToMarkdown } from './issue-markdown'
import { issueToText } from './issue-text'
import { IssueView } from './issue-view'

const origin = 'https://tides.example'
const image = { url: '/images/coil.png', alt: 'A coil of rope', width: 1200, height: 400 }

function partWith(overrides: Partial<DocumentSponsor> = {}) {
  return makeDocument({ sponsors: [makeSponsor({ id: 'p', image, ...overrides })], sections: [] })
}

function webOf(document = partWith()): string {
  return renderToStaticMarkup(<IssueView document={document} publication={makePublicationView()} />)
}

it('stands under the label and leads where the part leads', () => {
  const img = (src: string) => `<img src="${src}" alt="A coil of rope" width="1200" height="400"`
  const to = '<a href="https://ropeworks.example/coil" rel="sponsored noopener">'
  expect(webOf()).toContain(`Ropeworks</p><p>${to}${img('/images/coil.png')} loading="lazy"/></a></p>`)
  expect(issueToFeed(partWith(), { origin })).toContain(
    `Ropeworks</small></p><p>${to}${img(`${origin}/images/coil.png`)}></a></p>`,
  )
})

it('counts as a link of the part where clicks are counted', () => {
  const sponsorLinks = { 'p https://ropeworks.example/coil': `${origin}/go/1` }
  const html = issueToFeed(partWith(), { origin, sponsorLinks })
  expect(html).toContain(`<a href="${origin}/go/1" rel="sponsored noopener"><img `)
})

it('is its description and its address where nothing is shown', () => {
  expect(issueToText(partWith(), { origin })).toContain(
    'Ropeworks *\n\nA coil of rope <https://tides.example/images/coil.png>\n\nRope that floats.',
  )
  expect(issueToMarkdown(partWith({ headline: 'Rope' }), `${origin}/issues/issue-7`)).toContain(
    '#### [Rope](https://ropeworks.example/coil)\n\n![A coil of rope](https://tides.example/images/coil.png)\n\nRope that',
  )
})

it('is named by the sponsor where nobody described it, and left out where it may not be loaded', () => {
  expect(webOf(partWith({ image: { ...image, alt: ' ' } }))).toContain('alt="Ropeworks"')
  const hostile = partWith({ image: { ...image, url: '//evil.example/x.png' } })
  expect(webOf(hostile)).not.toContain('<img')
  expect(issueToFeed(hostile, { origin })).not.toContain('<img')
  expect(issueToText(hostile, { origin })).not.toContain('evil')
})
