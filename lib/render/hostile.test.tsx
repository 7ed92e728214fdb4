import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment } from 'parse5'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { makeHostileDocument } from '@/lib/testing/hostile-document'
import { hostileTexts } from '@/lib/testing/hostile-texts'
import { makePublicationView } from '@/lib/testing/make-document'
import { PageFrame } from './blocks/page-frame'
import { issueToFeed } from './issue-feed'
import { issueToMarkdown } from './issue-markdown'
import { summaryOf } from './issue-summary'
import { issueToText } from './issue-text'
import { IssueView } from './issue-view'
import { sanitizeSchema } from './markdown/sanitize-schema'

const ours =
  'html head body main nav header section article aside figure figcaption h1 h2 small span bdi time div img'
const tags = new Set([...(sanitizeSchema.tagNames ?? []), ...ours.split(' ')])
const names = new Set(
  (
    'href rel title class id dir lang datetime start align aria-label aria-labelledby role ' +
    'src alt width height'
  ).split(' '),
)

function problemOf(element: DefaultTreeAdapterTypes.Element): string[] {
  const wrong = element.attrs
    .filter(({ name }) => !names.has(name))
    .map(({ name }) => `${element.tagName}[${name}]`)
  const src = element.attrs.find(({ name }) => name === 'src')?.value
  const loads = src === undefined || !/^https?:\/\//.test(src) ? src : undefined
  if (loads !== undefined && !/^\/(?![/\\\s])/.test(loads)) wrong.push(`src ${src}`)
  const href = element.attrs.find(({ name }) => name === 'href')?.value
  const isOurs = href !== undefined && /^(?:#|\/(?:issues|feed\.xml)?$|\/issues\/)/.test(href)
  const scheme = href !== undefined && !isOurs && URL.canParse(href) ? new URL(href).protocol : 'https:'
  if (!/^(?:https?|mailto):$/.test(scheme) || (href !== undefined && !isOurs && !URL.canParse(href))) {
    wrong.push(`href ${href}`)
  }
  if (!tags.has(element.tagName)) wrong.push(element.tagName)
  return wrong
}

/** What a browser would find in a piece of HTML that a reader's page may not hold. */
function findProblems(html: string): string[] {
  const problems: string[] = []
  const walk = (node: DefaultTreeAdapterTypes.ParentNode) => {
    for (const child of node.childNodes) {
      if (!defaultTreeAdapter.isElementNode(child)) continue
      problems.push(...problemOf(child))
      walk(child)
    }
  }
  walk(parseFragment(html))
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
        <PageFrame publication={named} tagline>
          <IssueView document={document} publication={publication} />
        </PageFrame>
      )
      expect({ text, problems: findProblems(renderToStaticMarkup(page)) }).toEqual({ text, problems: [] })
    }
  })

  it('leave feeds with nothing but what we put there', { timeout: 120_000 }, () => {
    for (const text of texts) {
      const problems = findProblems(issueToFeed(makeHostileDocument(text), site))
      expect({ text, problems }).toEqual({ text, problems: [] })
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
    expect(findProblems('<p onclick=x><a href="javascript:x">a</a><svg></svg>')).toEqual([
      'p[onclick]',
      'href javascript:x',
      'svg',
    ])
  })
})
