import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { corpusFiles } from '@/lib/testing/corpus'
import type { ParsedIssue } from '@/lib/transfer/schema'
import { parseMarkdown } from './parse-markdown'

type ExpectedItem = {
  kind: string
  headline: string | null
  url: string | null
  blurb: string
  credit: string | null
  disclosure: string | null
}
type ExpectedIssue = {
  number: number
  title: string
  slug: string
  date: string
  url: string
  intro: string | null
  sponsor: { position: string; text: string } | null
  sections: { title: string; layout: string; items: ExpectedItem[] }[]
}

function asExpected(issue: ParsedIssue): ExpectedIssue {
  const { number, title, slug, date, url, intro, sections, sponsors } = issue
  const [sponsor] = sponsors
  return {
    number: number ?? 0,
    title,
    slug: slug ?? '',
    date: date ?? '',
    url: url ?? '',
    intro,
    sponsor: sponsor ? { position: String(sponsor.at), text: sponsor.text } : null,
    sections: sections.map((section) => ({
      title: section.title ?? '',
      layout: section.layout,
      items: section.items.map(({ kind, headline, url, blurb, credit, disclosure }) => {
        return { kind, headline, url, blurb, credit, disclosure }
      }),
    })),
  }
}

const fixtures = 'lib/transfer/fixtures/complete'
const sets = [
  { json: `${fixtures}/issues-12-13.json`, files: [`${fixtures}/issue-12.md`, `${fixtures}/issue-13.md`] },
  ...corpusFiles('sreweekly/complete', /\.json$/).map((json) => ({
    json,
    files: corpusFiles('sreweekly/complete', /^issue-\d+\.md$/),
  })),
]

for (const { json, files } of sets) {
  const expected: (ExpectedIssue & { footer?: string })[] = JSON.parse(readFileSync(json, 'utf8'))
  for (const [index, file] of files.entries()) {
    test(`${file} is read as the same issue as in ${json.split('/').pop()}`, () => {
      const [issue, ...others] = parseMarkdown(readFileSync(file, 'utf8'), file)
      const { footer: _footer, ...whole } = expected[index] as ExpectedIssue & { footer?: string }
      expect(others).toEqual([])
      expect(issue && asExpected(issue)).toEqual(whole)
    })

    test(`${file} leaves nothing aside, unsure, or in a field that its form doesn't have`, () => {
      const [issue] = parseMarkdown(readFileSync(file, 'utf8'), file)
      const items = issue?.sections.flatMap((section) => section.items) ?? []
      expect([issue?.setAside, issue?.unsure, issue?.outro]).toEqual([[], [], null])
      expect(items.filter((item) => item.links.length > 0 || item.byline !== null || item.tied)).toEqual([])
      expect(issue?.sponsors).toHaveLength(1)
      expect(issue?.sponsors[0]).toMatchObject({
        label: 'Sponsor message',
        sponsor: null,
        headline: null,
        url: null,
      })
    })
  }
}
