import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { IssueDocument } from '@/lib/document/schema'
import {
  makeDocument,
  makeItem,
  makePublicationView,
  makeSection,
  makeSponsor,
} from '@/lib/testing/make-document'
import { IssueView } from './issue-view'

function page(document: IssueDocument, props: Partial<Parameters<typeof IssueView>[0]> = {}): string {
  const view = <IssueView document={document} publication={makePublicationView()} {...props} />
  return renderToStaticMarkup(view).replace(/>\n+</g, '><')
}

function pageOf(item: Parameters<typeof makeItem>[0], layout: 'articles' | 'list' = 'articles'): string {
  return page(makeDocument({ sections: [makeSection({ layout, items: [makeItem({ id: 'i', ...item })] })] }))
}

describe('an item among articles', () => {
  it('shows headline, blurb, more links, byline and host, credit, and the disclosure last', () => {
    const html = pageOf({
      byline: 'Ada Moor — Harbour Office',
      links: [{ label: 'Slides', url: 'https://a.example/s' }],
      credit: 'Thanks to *Bo*',
      disclosure: 'Full disclosure: I work at the harbour.',
    })
    expect(html).toContain(
      '<article id="item-i" class="link"><h3 class="headline"><a href="https://www.tides.example/waves?by=night" ' +
        'rel="noopener">Counting waves at night</a></h3>' +
        '<p>How a harbour counts its waves when nobody looks.</p>' +
        '<ul class="more"><li><a href="https://a.example/s" rel="noopener">Slides</a></li></ul>' +
        '<p class="source"><span>Ada Moor — Harbour Office</span><span class="host"><bdi>tides.example</bdi></span>' +
        '<a class="anchor" href="#item-i" aria-label="Link to Counting waves at night">#</a></p>' +
        '<p class="credit">Thanks to <em>Bo</em></p>' +
        '<p class="disclosure">Full disclosure: I work at the harbour.</p></article>',
    )
  })

  it('shows an address that may not be followed, without a link', () => {
    const html = pageOf({ url: 'javascript:alert(1)' })
    expect(html).toContain('<h3 class="headline">Counting waves at night</h3>')
    expect(html).toContain('<bdi>javascript:alert(1)</bdi>')
    expect(html).not.toContain('href="javascript')
  })

  it('stands without address, headline or blurb', () => {
    expect(pageOf({ url: null, blurb: '' })).toContain(
      '<h3 class="headline">Counting waves at night</h3><p class',
    )
    expect(pageOf({ headline: null })).toContain(
      '<a class="host" href="https://www.tides.example/waves?by=night"',
    )
    expect(pageOf({ headline: null, url: null, blurb: '  ' })).toContain('class="link"><p class="source">')
  })

  it('sets a quote as a figure with its attribution, written with > or without', () => {
    for (const blurb of ['Calm.\n\n— [Bo](https://b.example)', '> Calm.\n>\n> — [Bo](https://b.example)']) {
      expect(pageOf({ kind: 'quote', headline: null, blurb })).toContain(
        '<figure><blockquote><p>Calm.</p></blockquote>' +
          '<figcaption>— <a href="https://b.example" rel="noopener">Bo</a></figcaption></figure>',
      )
    }
  })

  it('turns a headline that runs against the page', () => {
    expect(pageOf({ headline: 'גלים בלילה' })).toMatch(/<h3 class="headline"><a [^>]+ dir="rtl">/)
  })

  it('raises headlines where the section has no title', () => {
    const html = page(makeDocument({ sections: [makeSection({ title: null })] }))
    expect(html).toContain('<section><article')
    expect(html).toContain('<h2 class="headline">')
  })
})

describe('a row of a list', () => {
  it('is the linked service alone when nothing was said of it', () => {
    expect(pageOf({ headline: 'Pingdom', blurb: '' }, 'list')).toContain(
      '<ul class="list"><li id="item-i"><a class="title" href="https://www.tides.example/waves?by=night" ' +
        'rel="noopener">Pingdom</a><a class="anchor" href="#item-i" aria-label="Link to Pingdom">#</a></li></ul>',
    )
  })

  it('indents what was said', () => {
    const html = pageOf({ blurb: 'One.\n\nTwo.', disclosure: 'Mine.' }, 'list')
    expect(html).toContain(
      '<div class="comment"><p>One.</p><p>Two.</p><p class="disclosure">Mine.</p></div></li>',
    )
  })

  it('names itself by its host, or is its text', () => {
    expect(pageOf({ headline: null }, 'list')).toContain('>tides.example</a>')
    expect(pageOf({ headline: null, url: null, kind: 'note', blurb: 'Quiet.' }, 'list')).toContain(
      '<p>Quiet.</p>',
    )
    expect(pageOf({ url: 'ftp://x' }, 'list')).toContain('</strong><span class="source"> ftp://x</span>')
  })
})

describe('an issue', () => {
  it('puts sponsors where they were sold, and never leaves one out', () => {
    const sections = [makeSection({ id: 'a', title: 'One' }), makeSection({ id: 'b', title: 'Two' })]
    const at = (id: string, place: 'top' | 'bottom' | { after: string }) =>
      makeSponsor({ id, at: place, label: id })
    const sponsors = [
      at('S-bottom', 'bottom'),
      at('S-a', { after: 'a' }),
      at('S-lost', { after: 'x' }),
      at('S-top', 'top'),
    ]
    const document = makeDocument({ sections, sponsors, issue: { intro: 'INTRO', outro: 'OUTRO' } })
    const order = ['S-top', 'INTRO', '>One<', 'S-a', '>Two<', 'OUTRO', 'S-bottom', 'S-lost']
    const html = page(document)
    const places = order.map((word) => html.indexOf(word))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  it('marks what a sponsor links to', () => {
    const sponsor = makeSponsor({ text: 'See [us](https://r.example).' })
    const html = page(makeDocument({ sponsors: [sponsor] }))
    expect(html).toContain('<aside class="sponsor" aria-label="A message from our sponsor, Ropeworks">')
    expect(html.match(/rel="sponsored noopener"/g)).toHaveLength(2)
    expect(html).toContain('>Order a coil</a></p></aside>')
  })

  it('is told from another of the same label by those who go by landmarks', () => {
    const sponsors = [
      makeSponsor({ at: 'bottom' }),
      makeSponsor(),
      makeSponsor({ label: 'An advertisement' }),
    ]
    const names = [
      ...page(makeDocument({ sponsors })).matchAll(/<aside class="sponsor" aria-label="([^"]*)"/g),
    ]
    expect(names.map(([, name]) => name)).toEqual([
      'A message from our sponsor, Ropeworks',
      'An advertisement',
      'A message from our sponsor, Ropeworks (2)',
    ])
  })

  it('counts its items and tells a correction', () => {
    const html = page(makeDocument({ issue: { correction: 'The *date* was wrong.' } }))
    expect(html).toContain('<span class="count">1<span class="unseen"> item</span></span>')
    expect(html).toContain('<strong>Correction:</strong> The <em>date</em> was wrong.')
  })

  it('says its number where the title doesn’t', () => {
    expect(page(makeDocument())).toContain(
      '<p class="eyebrow"><time dateTime="2026-03-01">March 1, 2026</time>',
    )
    expect(page(makeDocument({ issue: { title: 'Spring' } }))).toContain(
      '<p class="eyebrow"><span>Issue 7 · </span><time',
    )
  })

  it('names its own language and direction where they are not the publication’s', () => {
    expect(page(makeDocument({ issue: { lang: 'he', dir: 'rtl' } }))).toContain(
      '<div class="issue" lang="he" dir="rtl">',
    )
    expect(page(makeDocument())).toContain('<div class="issue">')
  })

  it('leaves out sections without items', () => {
    expect(page(makeDocument({ sections: [makeSection({ title: 'Empty', items: [] })] }))).not.toContain(
      'Empty',
    )
  })

  it('leads to its neighbours', () => {
    const next = { slug: 'issue-8', title: 'Eight' }
    const html = page(makeDocument(), { neighbours: { previous: null, next } })
    expect(html).toContain('<a href="/issues/issue-8" rel="next"><small>Next</small><bdi>Eight</bdi></a>')
    expect(page(makeDocument(), { neighbours: { previous: null, next: null } })).not.toContain('<nav')
  })
})

describe('the links of an old issue', () => {
  const old = (today: string, item: Parameters<typeof makeItem>[0] = {}) =>
    page(makeDocument({ sections: [makeSection({ items: [makeItem(item)] })] }), { today })

  it('have a copy beside them from a year and a day on', () => {
    expect(old('2027-03-01')).not.toContain('archive.org')
    expect(old('2027-03-02')).toContain(
      '<span class="host"><bdi>tides.example</bdi></span><a class="copy" ' +
        'href="https://web.archive.org/web/20260301/https://www.tides.example/waves?by=night" rel="nofollow noopener" ' +
        'aria-label="Archived copy of Counting waves at night">Archived copy</a>',
    )
  })

  it('have none where there can be none', () => {
    for (const url of [null, 'javascript:alert(1)', 'mailto:a@tides.example'])
      expect(old('2030-01-01', { url })).not.toContain('class="copy"')
  })

  it('are as they were in a list, whose rows are to be short', () => {
    const section = makeSection({ layout: 'list', items: [makeItem()] })
    expect(page(makeDocument({ sections: [section] }), { today: '2030-01-01' })).not.toContain('archive.org')
  })
})

it('leaves nothing behind a row of which nothing is said', () => {
  const ways = { items: { i: { site: null, authors: [], references: [] } }, references: [] }
  const section = makeSection({ layout: 'list', items: [makeItem({ id: 'i', blurb: '' })] })
  expect(page(makeDocument({ sections: [section] }), { ways })).toMatch(/#<\/a><\/li>/)
})
