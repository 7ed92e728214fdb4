import { expect, test } from 'vitest'
import { readFrontMatter } from './front-matter'
import { parseMarkdown } from './parse-markdown'

const body = '\n## Articles\n\n### [A](https://a.example/)\n\nText.\n'

test('keeps offsets and lines: the front matter is blanked out', () => {
  const text = `---\ntitle: "A #1"\nDate: 2020-01-05\n---\n${body}`
  const front = readFrontMatter(text)
  expect(front.style).toBe('yaml')
  expect(Object.fromEntries(front.fields)).toEqual({ title: 'A #1', date: '2020-01-05' })
  expect(front.body).toHaveLength(text.length)
  expect(front.body.indexOf('## Articles')).toBe(text.indexOf('## Articles'))
})

test('a rule at the top is no front matter', () => {
  expect(readFrontMatter('---\n\nSome text\n').style).toBeNull()
})

test.each([
  ['never closed', `---\ntitle: A\ndate: 2020-01-01\n${body}`, /never closed/, 1],
  ['not YAML', `---\ntitle: "A\ndate: [\n---\n${body}`, /isn't valid YAML/, 4],
  ['told twice', `---\ntitle: A\ntitle: B\n---\n${body}`, /isn't valid YAML/, 3],
  ['a list', `---\n- a\n- b\n---\n${body}`, /no names and values/, 1],
  ['no date', `---\ntitle: A\ndate: someday\n---\n${body}`, /'date: someday' isn't a date/, 1],
  ['no number', `---\ntitle: A\nnumber: seven\ndate: 2020-01-01\n---\n${body}`, /isn't a whole number/, 1],
  [
    'a bomb of aliases',
    `---\na: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: &d [*c,*c]\ne: [*d,*d]\n---\n${body}`,
    /alias/i,
    1,
  ],
])('front matter that is %s is refused with its line', (_what, text, message, line) => {
  expect(() => parseMarkdown(text, 'a.md')).toThrow(
    expect.objectContaining({ name: 'ImportProblem', message: expect.stringMatching(message), line }),
  )
})

test('quotes nested without end are refused before they cost time', () => {
  expect(() => parseMarkdown(`# A #1\n\n${'>'.repeat(100_000)} x\n`, 'a.md')).toThrow(
    expect.objectContaining({ line: 3, message: expect.stringContaining('nested') }),
  )
})
