import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { corpusFiles } from '@/lib/testing/corpus'
import type { FiledIssue } from '@/lib/testing/filed-issues'
import { hasOddQuotes } from './quotes'
import { findInLine, findInMarkdown } from './texts'

const codes = (text: string) => findInMarkdown(text).map(({ code }) => code)

describe('quotation marks', () => {
  test.each([
    ['in pairs', ['“Why” and "how", said the sea’s end.']],
    ['over paragraphs', ['“One.', '“Two.”']],
    ['German', ['Er sagte: „Warum?“ und ging.']],
    ['French', ['Il dit « pourquoi » et «comment».']],
    ['German over paragraphs', ['„Eins.', '„Zwei.“', 'Er rief: „Drei.', 'Vier.“']],
    ['German by angles, and Danish', ['Er rief »Warum?« und »Wann?«.', '»Hvorfor?«']],
    ['French over paragraphs', ['« Un.', '« Deux. »']],
    ['Polish', ['Zapytał: „Dlaczego?”.']],
    ['Swedish and Finnish', ['Han sade ”varför” och ”när”.', '’Miksi’, hän kysyi, ”miksi?”']],
    ['Swedish over paragraphs', ['”Ett.', '”Två.”']],
    ['Swedish by angles', ['Han sade »varför».']],
    ['behind a number', ['“Since 1999” it said, and "by 2025".', 'Sedan ”år 2025”.']],
    ['behind inches', ['“A 9” screen” is what it said.']],
    ['inches', ['A 12" disk', 'a 9” screen']],
    ['within others', ['“She said ‘why’ twice.”']],
  ])('are whole: %s', (_what, paragraphs) => expect(hasOddQuotes(paragraphs)).toBe(false))
  test.each([
    ['one too few', ['“Why, he asked.']],
    ['one too many', ['Why,” he asked.']],
    ['straight', ['He said "why.', 'Then "left".']],
    ['angles', ['Il dit « pourquoi.']],
    ['Danish', ['»Hvorfor? spurgte han.', 'Og »hvornår«?']],
    ['German', ['Er sagte: „Warum? Und ging.']],
    ['German, closed alone', ['„Ja.“ Warum?“ fragte er.']],
    ['Swedish', ['Han sade ”varför.']],
    ['Swedish, by angles', ['Han sade »varför.']],
  ])('don’t pair up: %s', (_what, paragraphs) => expect(hasOddQuotes(paragraphs)).toBe(true))
})

describe('a text', () => {
  test.each([
    ['TODO: say why.', ['text-placeholder']],
    ['By TK, of course.', ['text-placeholder']],
    ['See [[the post', ['text-placeholder']],
    ['Lorem ipsum dolor.', ['text-placeholder']],
    ['Todo el mundo lo sabe; `TODO` in code.', []],
    ['The TKO of xxxl.', []],
    ['Read it [here](https://example.org/).', ['link-text']],
    ['[Click here!](https://example.org/) now', ['link-text']],
    ['Read [this survey of tides](https://example.org/).', []],
    ['![](https://example.org/a.png)', ['image-alt']],
    ['![A tide](https://example.org/a.png)', []],
    ['', []],
  ])('%s', (text, expected) => expect(codes(text)).toEqual(expected))
  test('is Markdown, and a line is none', () => {
    expect(findInLine('Why “it turns').map(({ code }) => code)).toEqual(['text-quotes'])
  })
})

test.each(corpusFiles('sreweekly/complete', /issues.*\.json$/))(
  '%s: what was published is nagged about little',
  (file) => {
    const issues: FiledIssue[] = JSON.parse(readFileSync(file, 'utf8'))
    const items = issues.flatMap(({ sections }) => sections.flatMap((section) => section.items))
    const told = items.flatMap(({ blurb, headline }) => [
      ...findInMarkdown(blurb),
      ...findInLine(headline ?? ''),
    ])
    expect(items.length).toBeGreaterThan(80)
    expect(told.length).toBeLessThanOrEqual(3)
  },
)
