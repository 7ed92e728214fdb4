import { describe, expect, test } from 'vitest'
import { type EstimateInput, estimateDates } from './estimate-dates'
import { parseMarkdown } from './markdown/parse-markdown'
import { oldPathsOf } from './old-paths'
import { type Place, planIssues } from './plan'
import type { Problem } from './report'
import { emptyIssue, type ParsedIssue } from './schema'

const estimate: EstimateInput = { cadence: 'WEEKLY', weekday: 7, known: [], today: '2026-11-25' }
const place: Place = {
  ...estimate,
  name: 'Tide Table',
  zone: 'America/New_York',
  sendTime: '20:00',
  titleTemplate: '{publication} #{number}',
  slugTemplate: 'tide-{number}',
  appUrl: 'https://tides.example',
  now: new Date('2026-11-25T12:00:00Z'),
}

function plan(text: string) {
  const problems: Problem[] = []
  const read = parseMarkdown(text, 'a.md').map((issue) => ({ issue, format: 'markdown' as const }))
  return { planned: planIssues(read, place, problems), problems }
}

describe('estimated dates', () => {
  const undated = (...numbers: (number | null)[]): ParsedIssue[] =>
    numbers.map((number) => ({ ...emptyIssue('a.txt', 1), number }))
  const datesOf = (issues: ParsedIssue[], input: Partial<EstimateInput> = {}) => {
    estimateDates(issues, { ...estimate, ...input })
    return issues.map((issue) => issue.date)
  }

  test('the newest takes the last day of issue, the others are counted back', () => {
    expect(datesOf(undated(41, 40, 38))).toEqual(['2026-11-22', '2026-11-15', '2026-11-01'])
    expect(datesOf(undated(2, 1), { cadence: 'MONTHLY' })).toEqual(['2026-11-22', '2026-10-22'])
    expect(datesOf(undated(1), { today: '2026-11-22' })).toEqual(['2026-11-15'])
  })

  test('a known issue is counted from, in the run before the archive; none lies after today', () => {
    const known = [{ number: 40, date: '2016-09-18' }]
    expect(datesOf(undated(41, 38), { known })).toEqual(['2016-09-25', '2016-09-04'])
    const dated = { ...emptyIssue('b.txt', 1), number: 39, date: '2017-01-01' }
    expect(datesOf([...undated(40), dated], { known })).toEqual(['2017-01-08', '2017-01-01'])
    expect(datesOf(undated(45), { known: [{ number: 40, date: '2026-11-22' }] })).toEqual(['2026-11-22'])
  })

  test('each is noted as unsure', () => {
    const [issue] = undated(3)
    estimateDates(issue ? [issue] : [], estimate)
    expect(issue?.unsure).toMatchObject([{ text: '2026-11-22', why: expect.stringContaining('no date') }])
  })
})

test.each([
  ['https://sreweekly.com/sre-weekly-issue-41/', ['/sre-weekly-issue-41', '/sre-weekly-issue-41/']],
  ['/2016/09/old.html', ['/2016/09/old.html', '/2016/09/old.html/']],
  ['https://old.example/?p=41', []],
  ['https://old.example/', []],
  ['https://old.example/issues/tide-41', []],
  ['https://old.example/issues/41', ['/issues/41', '/issues/41/']],
  ['https://old.example/issues/', []],
  ['https://old.example/admin/41', []],
  ['https://old.example/api', []],
  ['https://old.example/feed.json', []],
  ['https://old.example/topics-of-march', ['/topics-of-march', '/topics-of-march/']],
  ['https://old.example/search-41', ['/search-41', '/search-41/']],
  ['https://old.example/apiary', ['/apiary', '/apiary/']],
  ['http://[broken', []],
  [null, []],
])('the old address %s leads on from %j', (address, paths) => {
  expect(oldPathsOf(address, 'tide-41', 'https://tides.example')).toEqual(paths)
})

test('a file may hold several issues, each under a heading with number and date', () => {
  const { planned, problems } = plan(
    '# Tide #1 - 2020-01-05\n\n## A\n\n- [B](https://b.example/)\n\n# Tide #2 - 2020-01-12\n\n## A\n\n- [C](https://c.example/)\n',
  )
  expect(problems).toEqual([])
  expect(planned.map(({ issue, slug, date }) => [issue.title, slug, date, issue.sections.length])).toEqual([
    ['Tide #1', 'tide-1', '2020-01-05', 1],
    ['Tide #2', 'tide-2', '2020-01-12', 1],
  ])
})

test('script and addresses that can’t be followed are kept as written, and the addresses noted', () => {
  const script = '<script>alert(1)</script>'
  const { planned } = plan(
    `# Tide #3 - 2020-01-05\n\n## A\n\n### [B](javascript:alert(1))\n\n${script}\n\nText.\n`,
  )
  const issue = planned[0]?.issue
  expect(issue?.sections[0]?.items[0]).toMatchObject({
    url: 'javascript:alert(1)',
    blurb: `${script}\n\nText.`,
  })
  expect(issue?.unsure).toMatchObject([
    { text: '“B” javascript:alert(1)', why: expect.stringContaining('javascript:') },
  ])
})

test('a slug that isn’t one of ours is made one', () => {
  const { planned } = plan(
    '---\ntitle: Ärger #4\nslug: Über_Uns!\ndate: 2020-01-05\n---\n\n- [B](https://b.example/)\n',
  )
  expect(planned[0]?.slug).toBe('ueber-uns')
})
