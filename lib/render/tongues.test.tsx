import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { type IssueDocument, issueDocumentSchema } from '@/lib/document/schema'
import { makeDocument, makeItem, makePublicationView, makeSection } from '@/lib/testing/make-document'
import { issueToEmail } from './issue-email'
import { issueToFeed } from './issue-feed'
import { issueToText } from './issue-text'
import { IssueView } from './issue-view'

const site = { origin: 'https://tides.example' }

function web(document: IssueDocument, publication = makePublicationView()): string {
  return renderToStaticMarkup(<IssueView document={document} publication={publication} />)
}

const one = (item: Parameters<typeof makeItem>[0], layout: 'articles' | 'list' = 'articles') =>
  makeDocument({ sections: [makeSection({ layout, items: [makeItem({ id: 'i', ...item })] })] })

const arabic = { lang: 'ar', headline: 'GitHub', blurb: 'قال: مرحبا.\n\n> اقتباس\n\n- قائمة', credit: 'شكرا' }

describe('an item in a language of its own', () => {
  it('says it, with its direction, around all of its texts', () => {
    const html = web(one(arabic))
    expect(html).toContain('<article id="item-i" class="link" lang="ar" dir="rtl"')
    // Inside, nothing runs against it any more, but the headline of one Latin word and what is said of the “#”.
    expect(html.match(/dir="ltr"/g)).toHaveLength(2)
    expect(html).toMatch(/<h3 class="headline"><a [^>]+ dir="ltr">GitHub</)
  })

  it('keeps a direction that somebody gave, whatever the words say', () => {
    const html = web(one({ ...arabic, dir: 'rtl' }))
    expect(html).toContain('<h3 class="headline"><a')
    expect(web(one({ ...arabic, dir: 'ltr' }))).toContain('lang="ar"><h3')
  })

  it('stands so in a list, in a feed and in a mail too', () => {
    const row = one({ ...arabic, headline: 'قطار' }, 'list')
    expect(web(row)).toContain('<li id="item-i" lang="ar" dir="rtl">')
    expect(issueToFeed(row, site)).toContain('<li lang="ar" dir="rtl">')
    expect(issueToFeed(one(arabic), site)).toContain('<div lang="ar" dir="rtl"><h3><a ')
    const mail = issueToEmail(one(arabic), makePublicationView(), site)
    expect(mail).toContain('<td lang="ar" dir="rtl"')
    // The quote's rule stands where its lines begin.
    expect(mail).toContain('border-right:2px solid')
  })

  it('is heard in the words of the issue where the “#” is', () => {
    expect(web(one(arabic))).toContain('aria-label="Link to GitHub" lang="en" dir="ltr">#')
  })
})

describe('an issue in another language', () => {
  const issue = { lang: 'de', title: 'Frühling', correction: 'Ein Datum.' }

  it('is told so in that language’s words and dates', () => {
    const html = web(makeDocument({ issue }))
    expect(html).toContain('<div class="issue" lang="de">')
    expect(html).toContain('<span>Ausgabe 7 · </span><time dateTime="2026-03-01">1. März 2026</time>')
    expect(html).toContain('<strong>Berichtigung:</strong>')
    expect(html).toContain('aria-label="Link zu Counting waves at night"')
    expect(issueToText(makeDocument({ issue }), site)).toContain('Berichtigung: Ein Datum.')
    const mail = issueToEmail(makeDocument({ issue }), makePublicationView(), site)
    expect(mail).toContain('>Im Web lesen</a>')
    expect(mail).toContain('Ausgabe 7 · ')
  })

  it('has English words, said to be English, where nobody wrote others', () => {
    const html = web(makeDocument({ issue: { ...issue, lang: 'fa', dir: 'rtl' } }))
    expect(html).toContain('<span lang="en" dir="ltr">Issue 7 · </span>')
    expect(html).toContain('<strong lang="en" dir="ltr">Correction:</strong>')
  })
})

it('reads editions from before items had languages', () => {
  const { lang: _lang, dir: _dir, ...old } = makeItem()
  const stored = makeDocument({ sections: [{ ...makeSection(), items: [old as never] }] })
  const [item] = issueDocumentSchema.parse(stored).sections[0]?.items ?? []
  expect(item).toMatchObject({ lang: null, dir: null })
})
