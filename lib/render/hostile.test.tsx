import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, parseFragment } from 'parse5'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { isUrl } from '@/lib/address/is-url'
import { makeHostileDocument } from '@/lib/testing/hostile-document'
import { hostileTexts } from '@/lib/testing/hostile-texts'
import { makeDocument, makePublicationView } from '@/lib/testing/make-document'
import { APPEARANCE_PATH } from './appearance'
import { PageFrame } from './blocks/page-frame'
import { issueToEmail } from './issue-email'
import { issueToFeed } from './issue-feed'
import { issueToMarkdown } from './issue-markdown'
import { summaryOf } from './issue-summary'
import { issueToText } from './issue-text'
import { IssueView } from './issue-view'
import { sanitizeSchema } from './markdown/sanitize-schema'

/** What a rendering may hold beside what Markdown makes: elements, attributes, and whether it has paths of ours. */
type Sink = { tags: Set<string>; names: Set<string>; paths: boolean }
const setOf = (words: string) => new Set([...(sanitizeSchema.tagNames ?? []), ...words.split(' ')])
const names =
  'href rel title class id dir lang datetime start align aria-label aria-labelledby role src alt width height loading'
const inText = 'main nav header section article aside figure figcaption h1 h2 small span bdi time div img'
const webSink: Sink = {
  tags: setOf(`${inText} form button`),
  names: new Set(`${names} method action type name value aria-hidden`.split(' ')),
  paths: true,
}
const feedSink: Sink = { tags: setOf(inText), names: new Set(names.split(' ')), paths: false }
const mailSink: Sink = {
  tags: setOf('html head meta title style body div h1 small span img'),
  names: setOf(`${names} style name content charset border cellpadding cellspacing`),
  paths: false,
}

const ourPages = /^(?:#|\/(?:issues|follow|feed\.xml)?$|\/issues\/)/
const ourPictures = /^\/(?![/\\\s])/

function isSafe(address: string, schemes: RegExp, ours: RegExp | null): boolean {
  if (ours?.test(address)) return true
  return isUrl(address) && schemes.test(new URL(address).protocol)
}

function problemOf({ tagName, attrs }: DefaultTreeAdapterTypes.Element, sink: Sink): string[] {
  const wrong = sink.tags.has(tagName) ? [] : [tagName]
  for (const { name, value } of attrs) {
    if (!sink.names.has(name)) wrong.push(`${tagName}[${name}]`)
    if (name === 'href' && !isSafe(value, /^(?:https?|mailto):$/, sink.paths ? ourPages : null))
      wrong.push(`href ${value}`)
    if (name === 'action' && value !== APPEARANCE_PATH) wrong.push(`action ${value}`)
    if (name === 'src' && !isSafe(value, /^https?:$/, sink.paths ? ourPictures : null))
      wrong.push(`src ${value}`)
    if (name === 'style' && !/^[-\w#%:;,.!/ ]*$/.test(value)) wrong.push(`style ${value}`)
    if (name === 'http-equiv') wrong.push(`meta ${value}`)
  }
  return wrong
}

/** What a browser would find in a piece of HTML that the rendering may not hold. */
function findProblems(html: string, sink: Sink): string[] {
  const problems: string[] = []
  const walk = (node: DefaultTreeAdapterTypes.ParentNode) => {
    for (const child of node.childNodes) {
      if (!defaultTreeAdapter.isElementNode(child)) continue
      problems.push(...problemOf(child, sink))
      walk(child)
    }
  }
  walk(sink === mailSink ? parse(html) : parseFragment(html))
  return problems
}

/** The long form takes all of them, as does the rig in the browser (e2e/rigs/stored-xss). */
const EVERY = process.env.RIG_FORM === 'long' ? 1 : 9

const publication = makePublicationView()
const site = { origin: 'https://tides.example' }

describe('hostile texts in every place', () => {
  const texts = hostileTexts(EVERY)

  it('are more than a handful', () => expect(texts.length).toBeGreaterThan(50))

  it('leave pages with nothing but what we put there', { timeout: 120_000 }, () => {
    for (const text of texts) {
      const document = makeHostileDocument(text)
      const named = { ...publication, name: text, tagline: text, footer: text }
      const page = (
        // The search field holds nobody's text, and elements that no text may bring.
        <PageFrame publication={named} tagline search={false}>
          <IssueView document={document} publication={publication} today="2040-01-01" />
        </PageFrame>
      )
      const problems = findProblems(renderToStaticMarkup(page), webSink)
      expect({ text, problems }).toEqual({ text, problems: [] })
    }
  })

  it('leave feeds with nothing but what we put there', { timeout: 120_000 }, () => {
    for (const text of texts) {
      const problems = findProblems(issueToFeed(makeHostileDocument(text), site), feedSink)
      expect({ text, problems }).toEqual({ text, problems: [] })
    }
  })

  it('leave mails with nothing but what we put there', { timeout: 120_000 }, () => {
    const [sheet] = /<style>.*?<\/style>/.exec(issueToEmail(makeDocument(), publication, site)) ?? []
    for (const text of texts) {
      const named = { ...publication, name: text, footer: text }
      const html = issueToEmail(makeHostileDocument(text, { subject: text }), named, site)
      expect({ text, problems: findProblems(html, mailSink) }).toEqual({ text, problems: [] })
      expect(html).toContain(`</title>${sheet}</head><body `)
    }
  })

  it('break no other form', { timeout: 120_000 }, () => {
    for (const text of texts) {
      const document = makeHostileDocument(text)
      expect(issueToText(document, site)).toBeTypeOf('string')
      expect(issueToMarkdown(document, 'https://tides.example/issues/x')).toMatch(/^---\n/)
      expect(summaryOf(document)).toBeTypeOf('string')
    }
  })

  it('are found where they do get through', () => {
    expect(findProblems('<p onclick=x><a href="javascript:x">a</a><svg></svg>', webSink)).toEqual([
      'p[onclick]',
      'href javascript:x',
      'svg',
    ])
    const html = '<a href="/x" style="background:url(x)">a</a><img src="data:x"><p onload=x><script></script>'
    expect(findProblems(html, mailSink)).toEqual([
      ...['href /x', 'style background:url(x)', 'src data:x', 'p[onload]', 'script'],
    ])
  })
})
