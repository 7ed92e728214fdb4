import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { DocumentItem, IssueDocument } from '@/lib/document/schema'
import { issueToMarkdown } from '@/lib/render/issue-markdown'
import { corpusFiles } from '@/lib/testing/corpus'
import { makeDocument, makeItem, makeSection, makeSponsor } from '@/lib/testing/make-document'
import { emptyIssue, type ParsedIssue, type ParsedItem } from '@/lib/transfer/schema'
import { parseMarkdown } from './parse-markdown'

const address = 'https://tides.example/issues/issue-7'

function itemOf({
  kind,
  headline,
  url,
  links,
  blurb,
  byline,
  credit,
  disclosure,
  lang,
  dir,
}: DocumentItem | ParsedItem) {
  return { kind, headline, url, links, blurb, byline, credit, disclosure, lang, dir }
}

/** What a document and a parsed issue both tell. */
function told(
  issue: IssueDocument['issue'] | ParsedIssue,
  { sections, sponsors }: Pick<IssueDocument, 'sections' | 'sponsors'> | ParsedIssue,
) {
  const { number, title, slug, date, lang, dir, subject, preheader, intro, outro } = issue
  return {
    head: { number, title, slug, date, lang, dir, subject, preheader, intro, outro },
    sections: sections.map(({ title, layout, items }) => ({ title, layout, items: items.map(itemOf) })),
    sponsors: sponsors.map(({ at, label, sponsor, headline, text, callToAction, url }) => {
      return { at: typeof at === 'string' ? at : 'after', label, sponsor, headline, text, callToAction, url }
    }),
  }
}

function readBack(document: IssueDocument): ParsedIssue {
  const [issue] = parseMarkdown(issueToMarkdown(document, address), 'issue-7.md')
  return issue ?? emptyIssue('', 0)
}

const note = { kind: 'note', headline: null, url: null } as const
const quote = { kind: 'quote', headline: null, url: null } as const
const everything: Partial<DocumentItem> = {
  links: [
    { label: 'Slides', url: 'https://a.example/(s)' },
    { label: 'Video [HD]', url: 'https://a.example/v w' },
  ],
  blurb: 'Text.\n\n> Quoted  \n> twice\n\n- a list\n  - in a list\n\n```\n## code\n```',
  byline: 'Ada Moor — Harbour Office',
  credit: 'Thanks to [Bo](https://bo.example/) and *Di* for this one.',
  disclosure: 'Full disclosure: I work there.',
}

const documents: [string, IssueDocument][] = [
  [
    'a link with all it can have',
    makeDocument({ sections: [makeSection({ items: [makeItem(everything)] })] }),
  ],
  [
    'rows',
    makeDocument({
      sections: [
        makeSection({
          layout: 'list',
          items: [
            makeItem({ blurb: '' }),
            makeItem(everything),
            makeItem({ ...note, headline: 'Radio', blurb: '' }),
            makeItem({ ...quote, blurb: 'Calm.\n\n— Bo' }),
            makeItem({ blurb: '- one entry' }),
          ],
        }),
      ],
    }),
  ],
  [
    'notes and quotes',
    makeDocument({
      sections: [
        makeSection({
          items: [
            makeItem({ ...note, blurb: 'Overheard:\n\n> Hey\n>\n> — Di\n\n> Ho\n>\n> — Bo' }),
            makeItem({ ...quote, blurb: 'Calm.\n\n— [Bo](https://bo.example/)' }),
            makeItem({ ...quote, blurb: 'Nobody said this.', credit: 'via Di' }),
            makeItem(),
            makeItem({ ...note, blurb: 'After.', url: 'https://note.example/1' }),
          ],
        }),
      ],
    }),
  ],
  [
    'sections without a title, one after the other',
    makeDocument({
      sections: [
        makeSection({ title: null }),
        makeSection({ title: null, layout: 'list', items: [makeItem({ blurb: '' })] }),
        makeSection({ title: 'Sponsors of the port' }),
      ],
      sponsors: [makeSponsor()],
    }),
  ],
  [
    'sponsors in all places, intro and outro',
    makeDocument({
      issue: {
        intro: 'Hello.\n\n- [A](https://a.example/)',
        outro: 'Bye.\n\n> Truly',
        subject: 'A: b',
        preheader: 'C',
        dir: 'rtl',
        lang: 'ar',
      },
      sections: [makeSection(), makeSection({ title: 'Outages', layout: 'list' })].map((section, index) => ({
        ...section,
        id: String(index),
      })),
      sponsors: [
        makeSponsor({ headline: 'Rope that *floats*' }),
        makeSponsor({ at: { after: '0' }, callToAction: null }),
        makeSponsor({ at: 'bottom', label: 'Sponsor message', sponsor: null, callToAction: null, url: null }),
      ],
    }),
  ],
  [
    'items in languages of their own',
    makeDocument({
      sections: [
        makeSection({
          items: [
            makeItem({ ...everything, lang: 'ar', dir: 'rtl' }),
            makeItem({ ...note, blurb: 'Overheard:\n\n> Hey\n>\n> — Di', lang: 'ja' }),
            makeItem({ ...quote, blurb: 'Calm.\n\n— Bo', dir: 'rtl' }),
            makeItem({ ...quote, blurb: 'Nobody said this.', credit: 'via Di', lang: 'zh-Hant-TW' }),
            makeItem({ blurb: '', lang: 'he' }),
          ],
        }),
        makeSection({
          title: 'Outages',
          layout: 'list',
          items: [
            makeItem({ blurb: '', lang: 'ar' }),
            makeItem({ ...everything, lang: 'fa', dir: 'ltr' }),
            makeItem({ ...quote, blurb: 'Calm.\n\n— Bo', lang: 'de' }),
            makeItem({ ...note, headline: 'Radio', blurb: '', lang: 'fr' }),
          ],
        }),
      ],
    }),
  ],
  ['an issue without a number', makeDocument({ issue: { number: null, title: 'Moving', slug: 'moving' } })],
  [
    'a credit in words of one’s own',
    makeDocument({
      sections: [
        makeSection({
          items: [makeItem({ credit: 'Bo told me over tea', disclosure: 'Full disclosure: my tea.' })],
        }),
      ],
    }),
  ],
  [
    'marks in a headline',
    makeDocument({
      sections: [makeSection({ items: [makeItem({ headline: '[video] 2 * 3 <T> #1 `x`' })] })],
    }),
  ],
]

test.each(documents)('%s: its Markdown is read back as the same issue', (_what, document) => {
  const parsed = readBack(document)
  expect(told(parsed, parsed)).toEqual(told(document.issue, document))
})

const complete = ['lib/transfer/fixtures/complete/issue-12.md', ...corpusFiles('sreweekly/complete', /\.md$/)]

test.each(complete)('%s: read, written and read again, it is the same', (file) => {
  const [issue] = parseMarkdown(readFileSync(file, 'utf8'), file)
  const items = (section: ParsedIssue['sections'][number]) =>
    section.items.map((item) => makeItem(itemOf(item)))
  const document = makeDocument({
    issue: {
      number: issue?.number ?? 0,
      title: issue?.title ?? '',
      slug: issue?.slug ?? '',
      date: issue?.date ?? '',
      intro: issue?.intro ?? null,
    },
    sections: (issue?.sections ?? []).map(({ title, layout, ...section }) =>
      makeSection({ title, layout, items: items({ title, layout, ...section }) }),
    ),
    sponsors: (issue?.sponsors ?? []).map((part) => makeSponsor({ ...part, at: 'top' })),
  })
  const parsed = readBack(document)
  expect(told(parsed, parsed)).toEqual(told(document.issue, document))
  expect([parsed.setAside, parsed.unsure]).toEqual([[], []])
})
