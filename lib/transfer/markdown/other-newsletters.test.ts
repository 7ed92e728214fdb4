import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { corpusFiles } from '@/lib/testing/corpus'
import type { ParsedIssue } from '@/lib/transfer/schema'
import { parseMarkdown } from './parse-markdown'

const fixtures = 'lib/transfer/fixtures/loose'
const scraped = `${fixtures}/scraped-12.md`
const quayside = `${fixtures}/2019-05-01-quayside-76.md`

function read(file: string): ParsedIssue {
  const issues = parseMarkdown(readFileSync(file, 'utf8'), file)
  expect(issues).toHaveLength(1)
  return issues[0] as ParsedIssue
}

const newsletters = [
  ...corpusFiles('sreweekly', /^sreweekly-\d+\.md$/),
  ...corpusFiles('twir', /\.(?:md|markdown)$/),
  ...corpusFiles('swiftweekly', /\.md$/),
  ...corpusFiles('haskellweekly', /\.markdown$/),
  ...corpusFiles('jser-posts', /\.md$/),
]

test.each([scraped, quayside, ...newsletters])(
  '%s becomes an issue with sections and loses no text',
  (file) => {
    const issue = read(file)
    expect(issue.number !== null || issue.title !== '').toBe(true)
    expect(issue.date === null).toBe(/haskellweekly/.test(file))
    expect(issue.sections.length).toBeGreaterThan(0)
    expect(issue.sections.every((section) => section.items.length > 0)).toBe(true)
    expect(issue.setAside.filter((remark) => remark.why === 'no place was found for it')).toEqual([])
  },
)

test('the scraper’s form: heading with number, address and date; loose rows are articles, tight rows a list', () => {
  const issue = read(scraped)
  expect(issue).toMatchObject({
    number: 12,
    title: 'Harbour Notes Issue #12',
    slug: 'harbour-notes-issue-12',
    date: '2021-03-07',
    url: 'https://notes.harbour.example/harbour-notes-issue-12/',
  })
  expect(issue.sections.map(({ title, layout }) => [title, layout])).toEqual([
    ['Articles', 'articles'],
    ['Mishaps', 'list'],
  ])
  expect(issue.setAside.map((remark) => remark.why)).toEqual(['links to other issues'])
})

test('a credit glued to the blurb and a disclosure on the next line are told apart', () => {
  const [articles, mishaps] = read(scraped).sections
  expect(articles?.items[0]).toMatchObject({ credit: 'Thanks to Ines for this one.' })
  expect(articles?.items[0]?.blurb).toMatch(/was a stapler\.$/)
  expect(mishaps?.items[1]).toMatchObject({
    headline: 'North crane (the old one)',
    blurb: 'Stood still for an hour.',
    disclosure: 'Full disclosure: my brother drives it.',
  })
  expect(mishaps?.items[2]).toMatchObject({
    blurb: '',
    disclosure: 'Full disclosure: the lighthouse is my employer.',
  })
})

test('Pelican headers: fields, the rest of them set aside, reference links written out', () => {
  const issue = read(quayside)
  expect(issue).toMatchObject({ number: 76, title: 'Quayside This Week 76', date: '2019-05-01', slug: null })
  expect(issue.intro).toBe(
    'Welcome back to *Quayside*! Send your finds to [the desk](mailto:desk@quayside.example).',
  )
  expect(issue.setAside.map((remark) => remark.text)).toEqual([
    'category: Quayside',
    '<!-- more -->',
    '[desk]: mailto:desk@quayside.example',
    '[log]: https://rain.example/log "The log"',
  ])
  const weather = issue.sections.find((section) => section.title === 'From the boats: Weather')
  expect(weather?.items).toMatchObject([
    {
      kind: 'note',
      blurb:
        'It rained. See the [log](https://rain.example/log "The log") for how much, and note that `mm` are millimetres.',
    },
  ])
})

test('linked list entries: marks, tags, more links, bylines and nested comments stay with their row', () => {
  const issue = read(quayside)
  const [launches, , meetUps] = issue.sections
  expect(launches?.title).toBe('From the boats: Launches')
  expect(
    launches?.items.map(({ headline, url, links, byline, blurb }) => ({
      headline,
      url,
      links,
      byline,
      blurb,
    })),
  ).toEqual([
    {
      headline: '🎉 The Petrel sails 🎉',
      url: 'https://petrel.example/launch',
      links: [],
      byline: null,
      blurb: '',
    },
    {
      headline: '[video] Caulking, filmed',
      url: 'https://caulk.example/film',
      links: [],
      byline: null,
      blurb: '',
    },
    {
      headline: 'Part one',
      url: 'https://parts.example/1',
      links: [{ label: 'part two', url: 'https://parts.example/2' }],
      byline: null,
      blurb: '',
    },
    {
      headline: 'A long refit',
      url: 'https://refit.example/',
      links: [],
      byline: 'by Noor Haddad',
      blurb: '> We took it down to the ribs.',
    },
  ])
  expect(meetUps).toMatchObject({ title: 'Meet-ups', layout: 'list' })
  expect(meetUps?.items[0]).toMatchObject({
    headline: '2019-05-04 | Lisbon | Quay Club',
    blurb: '* [**Splice night**](https://club.example/splice)',
  })
})

test('a quote with its attribution under it is a quote item', () => {
  const quotes = read(quayside).sections.at(-1)
  expect(quotes?.items[0]).toMatchObject({
    kind: 'quote',
    blurb: 'A boat is a hole in the water.\n\n— [Sam](https://sam.example/) on the pier',
  })
})
