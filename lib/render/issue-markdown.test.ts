import { describe, expect, it } from 'vitest'
import type { DocumentItem } from '@/lib/document/schema'
import { makeDocument, makeItem, makeSection, makeSponsor } from '@/lib/testing/make-document'
import { issueToMarkdown } from './issue-markdown'

const address = 'https://tides.example/issues/issue-7'

function body(items: Partial<DocumentItem>[], layout: 'articles' | 'list' = 'articles'): string {
  const document = makeDocument({ sections: [makeSection({ layout, items: items.map(makeItem) })] })
  return issueToMarkdown(document, address).split('---\n')[2]?.trim() ?? ''
}

const head = '### [Counting waves at night](https://www.tides.example/waves?by=night)'
const blurb = 'How a harbour counts its waves when nobody looks.'

describe('an issue as Markdown', () => {
  it('begins with front matter, intro and sponsor', () => {
    const document = makeDocument({
      issue: { title: 'Tide: "Table" #7', intro: 'Welcome.' },
      sponsors: [makeSponsor({ headline: 'Rope that *floats*' })],
      sections: [],
    })
    expect(issueToMarkdown(document, address)).toBe(
      [
        '---\ntitle: \'Tide: "Table" #7\'\nnumber: 7\nslug: issue-7\ndate: 2026-03-01',
        `url: ${address}\nlang: en\ndir: ltr\n---\n\nWelcome.\n\n## A message from our sponsor, Ropeworks\n`,
        '#### [Rope that \\*floats\\*](https://ropeworks.example/coil)\n\nRope that floats.\n',
        '**[Order a coil](https://ropeworks.example/coil)**\n',
      ].join('\n'),
    )
  })

  it('writes an item with all it has', () => {
    const item = {
      links: [
        { label: 'Slides', url: 'https://a.example/(s)' },
        { label: 'Video [HD]', url: 'https://a.example/v w' },
      ],
      byline: 'Ada Moor — Harbour Office',
      credit: 'Thanks to *Bo* for this one.',
      disclosure: 'Full disclosure: I work there.',
    }
    expect(body([item])).toBe(
      `## Articles\n\n${head}\n\n[Slides](https://a.example/\\(s\\)) · [Video \\[HD\\]](<https://a.example/v w>)\n\n` +
        `${blurb}\n\nAda Moor — Harbour Office\n\n_Thanks to *Bo* for this one._\n\n*Full disclosure: I work there.*`,
    )
  })

  it('parts notes and quotes by rules', () => {
    const note = { kind: 'note', headline: null, url: null, blurb: 'Note.' } as const
    const quote = { kind: 'quote', headline: null, url: null, blurb: 'Calm.\n\n— Bo' } as const
    expect(body([note, quote, {}])).toBe(
      `## Articles\n\n***\n\nNote.\n\n***\n\n> Calm.\n>\n> — Bo\n\n${head}\n\n${blurb}`,
    )
  })

  it('writes rows with what was said of them indented', () => {
    const rows = [
      { headline: 'Pingdom', blurb: '' },
      { headline: 'Asana', blurb: 'One.\n\nTwo.', credit: 'Thanks to Bo.' },
      { headline: 'Radio', url: null, blurb: '' },
    ]
    const url = 'https://www.tides.example/waves?by=night'
    expect(body(rows, 'list')).toBe(
      `## Articles\n\n- [Pingdom](${url})\n- [Asana](${url})\n\n  One.\n\n  Two.\n\n  *Thanks to Bo.*\n- Radio`,
    )
  })

  it('keeps a blurb from parting the issue', () => {
    expect(body([{ blurb: '# Big\n\nText\n\n***\n\nTitle\n---\n\n> ## In a quote\n\n    ## code' }])).toBe(
      `## Articles\n\n${head}\n\n#### Big\n\nText\n\n\\*\\*\\*\n\n#### Title\n\n> ## In a quote\n\n    ## code`,
    )
  })

  it('escapes marks in headlines and section titles', () => {
    const section = makeSection({
      title: 'Q*A* #1',
      items: [makeItem({ headline: '[video] 2 * 3 <T>', url: null })],
    })
    const markdown = issueToMarkdown(makeDocument({ sections: [section] }), address)
    expect(markdown).toContain('## Q\\*A\\* #1')
    expect(markdown).toContain('### \\[video] 2 \\* 3 \\<T>')
  })
})
