import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { describe, expect, it } from 'vitest'
import type { IssueDocument } from '@/lib/document/schema'
import {
  makeDocument,
  makeItem,
  makePublicationView,
  makeSection,
  makeSponsor,
} from '@/lib/testing/make-document'
import { emailBytes, GMAIL_CLIPS_AT } from './email/size'
import { issueToEmail } from './issue-email'

const origin = 'https://tides.example'
const quote = makeItem({ kind: 'quote', headline: null, url: null, blurb: 'Calm.\n\n— Bo' })
const full = makeDocument({
  issue: { intro: 'Hello.', outro: 'Bye.', correction: 'A *date*.' },
  sponsors: [makeSponsor(), makeSponsor({ at: 'bottom', label: 'Sponsored', headline: 'Tar' })],
  sections: [
    makeSection({
      items: [makeItem({ blurb: 'One [two](https://a.example/).\n\n> Three\n>\n> — Four' }), quote],
    }),
    makeSection({
      title: 'Outages',
      layout: 'list',
      items: [makeItem({ headline: 'Radio', blurb: 'Down.' })],
    }),
  ],
})

function mail(document: IssueDocument = full, publication = makePublicationView()): string {
  return issueToEmail(document, publication, { origin })
}

function elementsOf(html: string): Tree.Element[] {
  const found: Tree.Element[] = []
  const walk = (node: Tree.ParentNode) => {
    for (const child of node.childNodes) {
      if (!defaultTreeAdapter.isElementNode(child)) continue
      found.push(child)
      walk(child)
    }
  }
  walk(parse(html))
  return found
}

const attribute = (element: Tree.Element, name: string) =>
  element.attrs.find((each) => each.name === name)?.value

const textOf = (html: string) => html.replace(/<style>.*?<\/style>|<[^>]*>/g, ' ').replace(/\s+/g, ' ')

describe('an issue as a mail', () => {
  it('is a whole document that says its language, direction and schemes', () => {
    const html = mail(makeDocument({ issue: { lang: 'ar', dir: 'rtl', subject: 'Wave & 7' } }))
    expect(html).toMatch(/^<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8">/)
    expect(html).toContain('<title>Wave &#x26; 7</title>')
    expect(html).toContain('<meta name="color-scheme" content="light dark">')
    // Webmail keeps what is inside the body only.
    expect(html).toMatch(/<body [^>]*>.*<div class="page" [^>]*lang="ar" dir="rtl"/)
    expect(html).toMatch(/@media \(prefers-color-scheme:dark\)/)
  })

  it('shows everything in the order of the page, between the publication and its footer', () => {
    const words = [
      ...['Tide Table', 'March 1, 2026', 'Read on the web', 'Tide Table Issue #7', 'Correction: A date .'],
      ...['A message from our sponsor, Ropeworks', 'Rope that floats.', 'Order a coil', 'Hello.'],
      ...[
        'Articles',
        'Counting waves at night',
        'One two',
        'Three',
        '— Four',
        'tides.example',
        'Calm.',
        '— Bo',
      ],
      ...['Outages', 'Radio', 'Down.', 'Bye.', 'Sponsored', 'Tar', '© 2026 Tide Table'],
    ]
    let rest = textOf(mail().replace(/^.*<div class="page"/, '<div'))
    for (const word of words) {
      expect(rest).toContain(word)
      rest = rest.slice(rest.indexOf(word) + word.length)
    }
  })

  it('tells the list of mails what it is about, out of sight', () => {
    const html = mail(makeDocument({ issue: { preheader: 'Of ropes & waves' } }))
    expect(html).toMatch(/<body [^>]*><div style="display:none;[^"]*">Of ropes &#x26; waves/)
  })

  it('is one table of 600 pixels that reads as none', () => {
    const tables = elementsOf(mail()).filter(({ tagName }) => tagName === 'table')
    expect(tables.map((table) => [attribute(table, 'role'), attribute(table, 'width')])).toEqual([
      ['presentation', '600'],
    ])
  })

  it('has its look on each element, and classes for the dark scheme alone', () => {
    const elements = elementsOf(mail())
    const body = elements.slice(elements.findIndex(({ tagName }) => tagName === 'body'))
    const bare = ['tbody', 'tr', 'strong', 'em', 'span', 'table', 'div']
    const plain = body.filter((each) => attribute(each, 'style') === undefined)
    expect([...new Set(plain.map(({ tagName }) => tagName))].filter((name) => !bare.includes(name))).toEqual(
      [],
    )
    const light = mail().replace(/ class="[^"]*"/g, '')
    expect(elementsOf(light).filter((each) => attribute(each, 'style')).length).toBeGreaterThan(30)
  })

  it('has absolute addresses only, loads nothing, and marks what was paid for', () => {
    const html = mail()
    const links = elementsOf(html).filter(({ tagName }) => tagName === 'a')
    for (const link of links) expect(attribute(link, 'href')).toMatch(/^https:\/\//)
    expect(html).toContain(`href="${origin}/issues/issue-7"`)
    expect(html).not.toMatch(/<(?:link|script|img|iframe)|@import|url\(|src=/)
    const paid = links.filter((link) => attribute(link, 'href')?.includes('ropeworks'))
    expect(paid.map((link) => attribute(link, 'rel'))).toEqual(Array(3).fill('sponsored noopener'))
  })

  it('sets a sponsor’s part between hairlines, label first, and its picture within the column', () => {
    const image = { url: '/images/coil.png', alt: 'A coil', width: 1200, height: 500 }
    const html = mail(makeDocument({ sponsors: [makeSponsor({ image })], sections: [] }))
    expect(html).toMatch(
      /<hr [^>]*><p [^>]*><small [^>]*uppercase[^>]*>A message from our sponsor, Ropeworks<\/small>.*<a [^>]*font-weight:700[^>]*><strong>Order a coil<\/strong><\/a><\/p><hr /,
    )
    expect(html).toContain(
      `<img src="${origin}/images/coil.png" alt="A coil" width="600" height="250" style="display:block;width:100%;`,
    )
  })

  it('counts clicks where they are counted', () => {
    const sponsor = makeSponsor({ id: 'p' })
    const sponsorLinks = { 'p https://ropeworks.example/coil': `${origin}/go/1` }
    const document = makeDocument({ sponsors: [sponsor] })
    const html = issueToEmail(document, makePublicationView(), { origin, sponsorLinks })
    expect(html).toContain(`href="${origin}/go/1"`)
    expect(html).not.toContain('ropeworks.example')
  })

  it('turns rules and indents for what runs from right to left', () => {
    const section = makeSection({ items: [makeItem({ headline: 'موج', blurb: '> بحر\n\n- موج' })] })
    const html = mail(makeDocument({ issue: { dir: 'rtl' }, sections: [section] }))
    expect(html).toMatch(/<blockquote style="[^"]*border-right:2px/)
    expect(html).toMatch(/<ul style="[^"]*padding-right:22px/)
  })

  it('leaves out an empty section and an empty footer, and stands headlines under what is above them', () => {
    const sections = [makeSection({ title: 'Nothing', items: [] }), makeSection({ title: null })]
    const html = mail(makeDocument({ sections }), makePublicationView({ footer: ' ' }))
    expect(html).not.toContain('Nothing')
    expect(html).not.toContain('border-top')
    expect(html).toMatch(/<h2 [^>]*><a [^>]*>Counting waves at night/)
  })
})

describe('the size of a mail', () => {
  it('is counted in bytes', () => expect(emailBytes('é—😀')).toBe(9))

  it('stays well below what Gmail cuts off, for a long issue too', () => {
    const blurb =
      'A sentence of some length about [a link](https://www.a.example/2026/03/a-long-slug-of-a-post). '.repeat(
        8,
      )
    const item = () =>
      makeItem({
        blurb: `${blurb}\n\n> ${blurb}\n>\n> — Someone`,
        byline: 'Ada Moor — Harbour Office',
        credit: 'Via Bo',
      })
    const document = makeDocument({
      sections: [makeSection({ items: Array.from({ length: 15 }, item) })],
      sponsors: [makeSponsor(), makeSponsor({ at: 'bottom' })],
    })
    expect(emailBytes(mail(document))).toBeLessThan(GMAIL_CLIPS_AT * 0.75)
  })
})
