import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DraftItem, IssueDraft } from '@/lib/issues/schema'
import { normaliseIssue, normaliseItem, normaliseSection } from './normalise'
import { readDraft } from './read-draft'
import { contentOf, idsIn, writeDraft } from './write-draft'

/** Texts that look like what the file is made of, and characters that programs trip over. */
const hostile = fc.constantFrom(
  '# One',
  '## Two <!-- section 0123abcd -->',
  '### Three <!-- item 0123abcd -->',
  '#### Four',
  '<!-- outro -->',
  '\\## escaped',
  '\\\\# twice',
  '<!-- gleaner 1:1: -->',
  'Credit: x',
  'Kind: quote',
  '  indented',
  '  \\',
  '\\',
  '---',
  '```',
  '> quote',
  '- list',
  '[a](https://example.org)',
  'a | b',
  'a, b',
  '\r\n',
  '\r',
  '\n',
  '\n\n',
  '\t',
  '\u2028',
  '\u0085',
  '😀',
  'שלום',
  ' ',
  '  ',
  '<script>',
  '-->',
  'https://example.org/a?b=c#d',
  '\uFEFF',
  '#',
  '##',
  '###',
)
const prose = fc
  .array(fc.oneof(hostile, fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength: 8 })
  .chain((parts) => fc.constantFrom('\n', '', ' ').map((between) => parts.join(between)))
const line = prose.map((text) => text.replace(/[\r\n\t]+/g, ' '))
const topic = prose.map((text) => text.trim().slice(0, 60).trim()).filter((text) => text !== '')
const lang = fc.constantFrom(null, 'en', 'ar', 'pt-BR')
const dir = fc.constantFrom(null, 'ltr' as const, 'rtl' as const)
const tongue = { lang, dir }
const item: fc.Arbitrary<DraftItem> = fc.record({
  id: fc.constant('').map(() => randomUUID()),
  version: fc.nat(9),
  kind: fc.constantFrom('link', 'quote', 'note'),
  headline: line,
  url: line,
  links: fc.array(fc.record({ label: line, url: line }), { maxLength: 3 }),
  blurb: prose,
  byline: line,
  credit: prose,
  disclosure: prose,
  topics: fc.array(topic, { maxLength: 3 }),
  tied: fc.boolean(),
  ...tongue,
})
const section = fc.record({
  id: fc.constant('').map(() => randomUUID()),
  version: fc.nat(9),
  title: fc.option(line),
  layout: fc.constantFrom('articles' as const, 'list' as const),
  items: fc.array(item, { maxLength: 3 }),
})
const draft = fc
  .record({
    title: line,
    subject: line,
    preheader: line,
    intro: prose,
    outro: prose,
    ...tongue,
    sections: fc.array(section, { maxLength: 3 }),
  })
  .map(
    (given): IssueDraft => ({
      id: randomUUID(),
      state: 'DRAFT',
      number: 42,
      slug: 'issue-42',
      date: '2026-11-29',
      scheduledAt: null,
      scheduledWall: null,
      scheduledZone: null,
      heldReason: null,
      version: 3,
      sponsorParts: [],
      slots: [],
      ...given,
    }),
  )

const read = (text: string, from: IssueDraft) => readDraft(text, contentOf(from), idsIn(from))
const asRead = (from: IssueDraft) =>
  from.sections.map((each) => ({
    id: each.id,
    content: normaliseSection(each),
    items: each.items.map(({ id, version: _version, ...content }) => ({
      id,
      content: normaliseItem(content),
    })),
  }))
const withoutLines = (sections: ReturnType<typeof read>['draft']['sections']) =>
  sections.map(({ line: _line, items, ...rest }) => ({
    ...rest,
    items: items.map(({ line: _at, ...each }) => each),
  }))

test('whatever a draft holds, its text says the same', () => {
  fc.assert(
    fc.property(draft, (from) => {
      const { draft: got, problems } = read(writeDraft(from, '1:2:'), from)
      expect(problems).toEqual([])
      expect(got.mark).toBe('1:2:')
      expect(got.content).toEqual(normaliseIssue(contentOf(from)))
      expect(withoutLines(got.sections)).toEqual(asRead(from))
    }),
    { numRuns: 500 },
  )
})
test('a text that an editor gave Windows’ breaks says the same', () => {
  fc.assert(
    fc.property(draft, (from) => {
      const text = writeDraft(from, '1:2:')
      fc.pre(!text.includes('\r'))
      const { draft: got, problems } = read(text.replaceAll('\n', '\r\n'), from)
      expect(problems).toEqual([])
      expect(withoutLines(got.sections)).toEqual(asRead(from))
    }),
  )
})
test('no text makes the reader fail', () => {
  fc.assert(
    fc.property(draft, prose, prose, (from, one, other) => {
      const text = writeDraft(from, '1:2:')
      const at = Math.floor(text.length / 2)
      read(one, from)
      read(text.slice(0, at) + one + text.slice(at) + other, from)
    }),
  )
})
test('a document that is no issue is refused before anything is made of it', () => {
  const [from] = fc.sample(draft, 1)
  if (!from) throw new Error('no draft')
  const text = `<!-- gleaner 1:2: -->\n# Long\n${'### An item\n'.repeat(6_000)}`
  expect(read(text, from).problems).toEqual([
    { line: 5_002, message: 'More than 5000 sections and items are no issue.' },
  ])
})
