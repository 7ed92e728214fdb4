import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { toString as plainText } from 'mdast-util-to-string'
import { describe, expect, test } from 'vitest'
import { corpusFiles } from '@/lib/testing/corpus'
import { readMarkdown } from '@/lib/transfer/markdown/source'
import type { ParsedIssue } from '@/lib/transfer/schema'
import { asMarkdown } from './as-markdown'
import { parsePlain } from './parse-plain'

const fixture = 'lib/transfer/fixtures/plain/paste.txt'
const files = [fixture, ...corpusFiles('sreweekly', /^seed\.txt$/)]

/** Every text of an issue as its readers see it, and the account of what was set aside. */
function textOf(issue: ParsedIssue): string {
  const items = issue.sections.flatMap((section) => section.items)
  const markdown = [
    issue.intro,
    ...issue.sponsors.map((part) => part.text),
    ...items.flatMap((item) => [item.blurb, item.credit, item.disclosure]),
  ].map((text) =>
    readMarkdown(text ?? '', false)
      .children.map((node) => plainText(node))
      .join('\n'),
  )
  const plain = [
    issue.title,
    ...items.map((item) => item.headline ?? ''),
    ...issue.setAside.map((remark) => remark.text),
  ]
  return [...markdown, ...plain].join('\n').replace(/\s+/g, ' ')
}

/** Sentences of the source, without the marks that only said how it was set. */
function sentencesOf(source: string): string[] {
  return source
    .split('\n')
    .map((line) => line.replace(/^\s*[•—]?\s*/, ''))
    .flatMap((line) => line.split(/(?<=[.!?:])(?=\s|[A-Z])/))
    .map((sentence) => sentence.trim().replace(/\s+/g, ' '))
    .filter((sentence) => sentence !== '')
}

test.each(files)('every sentence of %s is in the result or in the account of what was set aside', (file) => {
  const source = readFileSync(file, 'utf8')
  const result = parsePlain(source, file).map(textOf).join(' ')
  const sentences = sentencesOf(source)
  expect(sentences.length).toBeGreaterThan(15)
  expect(sentences.filter((sentence) => !result.includes(sentence))).toEqual([])
})

test.each(files)(
  '%s: every note without a headline is listed as unsure, and the footer set aside once',
  (file) => {
    const issues = parsePlain(readFileSync(file, 'utf8'), file)
    for (const issue of issues) {
      const notes = issue.sections.flatMap((section) => section.items).filter((item) => item.kind === 'note')
      const unsure = new Set(issue.unsure.map((remark) => remark.line))
      expect(notes.filter((note) => note.headline === null && !unsure.has(note.line))).toEqual([])
    }
    expect(issues.flatMap((issue) => issue.setAside).map((remark) => remark.why)).toEqual(['the footer'])
  },
)

describe('the fixture', () => {
  const [first, second] = parsePlain(readFileSync(fixture, 'utf8'), fixture)

  test('two issues, the first with intro and sponsor’s message', () => {
    expect(first).toMatchObject({ number: 12, title: 'Harbour Notes Issue #12', date: null })
    expect(second).toMatchObject({ number: 11, intro: null })
    expect(first?.intro).toMatch(/^Spring is here/)
    expect(first?.sponsors).toMatchObject([{ at: 'top', label: 'Sponsor message' }])
    expect(second?.sponsors[0]?.text).toBe(
      'Coil & Sons have spliced since 1911. Watch now:\n\nMeet a splicer on March 20th:',
    )
  })

  test('entries are notes, quotes have their attribution, a credit goes to the entry above', () => {
    const items = first?.sections[0]?.items ?? []
    expect(items.map((item) => item.kind)).toEqual(['note', 'note', 'note', 'quote', 'quote', 'note'])
    expect(items[1]?.credit).toBe('Thanks to Ines for this one.')
    expect(items[3]?.blurb).toBe(
      "Me: is it meant to leak?  \nHer: it's a pump  \nMe: …right\n\n— Ada Quay (@adaquay) (she also gives talks)",
    )
    expect(items[5]?.blurb).toBe('More about \\*that\\* in Harbour Notes issue #3')
  })

  test('rows are a list; nested comments, remarks and glued remarks stay with their row', () => {
    expect(first?.sections[1]).toMatchObject({
      title: null,
      layout: 'list',
      items: [
        { headline: 'Ferry 4', blurb: '' },
        {
          headline: 'North crane (the old one)',
          blurb: 'Stood still for an hour.',
          disclosure: 'Full disclosure: my brother drives it.',
        },
        {
          headline: 'Fish market',
          blurb: 'Closed twice this week. Ice comes Tuesday.',
          credit: 'Thanks to an anonymous keeper for this one.',
        },
      ],
    })
  })
})

test('text without a line that names an issue, or with nothing under it, is refused', () => {
  expect(() => parsePlain('Dear diary,\n\nissue #3 was fun.\n', 'a.txt')).toThrow('There is no issue in it')
  expect(() => parsePlain('Notes Issue #1\n\n\nNotes Issue #2\n\n\nText.\n', 'a.txt')).toThrow(
    "nothing under 'Notes Issue #1'",
  )
})

test('plain text as Markdown reads as the same text', () => {
  const word = fc.stringMatching(/^[!-~“”…é]{1,12}$/)
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
      const text = words.join(' ')
      const [paragraph, ...others] = readMarkdown(asMarkdown(text), true).children
      expect(others).toEqual([])
      expect(paragraph?.type).toBe('paragraph')
      expect(paragraph && plainText(paragraph)).toBe(text)
    }),
    { numRuns: 300 },
  )
})
