import { describe, expect, it } from 'vitest'
import { parseList } from './parse-list'

const shortly = (text: string) => {
  const { captures, problems } = parseList(text)
  return {
    captures: captures.map(({ line, url, title, quote, note }) => [line, url, title, quote, note]),
    problems: problems.map(({ line, message }) => [line, message]),
  }
}
const only = (text: string) => parseList(text).captures[0]

describe('a list of addresses', () => {
  it('is one capture a line, whatever stands around', () => {
    const text = 'https://example.org/one\r\n\r\n  http://example.org/two  \n<https://example.org/three>\n'
    expect(parseList(text).captures.map(({ url }) => url)).toEqual([
      'https://example.org/one',
      'http://example.org/two',
      'https://example.org/three',
    ])
    expect(parseList(text).problems).toEqual([])
  })

  it('takes fifty', () => {
    const lines = Array.from({ length: 50 }, (_, index) => `https://example.org/${index}`)
    expect(parseList(lines.join('\n')).captures.map(({ url }) => url)).toEqual(lines)
  })

  it('takes words before an address for its title, and words behind it for a note', () => {
    expect(only('The Calculus: https://queue.acm.org/detail.cfm?id=1 — worth an hour')).toMatchObject({
      url: 'https://queue.acm.org/detail.cfm?id=1',
      title: 'The Calculus',
      note: 'worth an hour',
    })
  })

  it('takes each of several addresses on a line, where words stand at most before the first', () => {
    const [a, b] = ['https://example.org/a,b', 'https://example.org/b']
    for (const line of [`${a} ${b}`, `- ${a}, ${b}`, `${a};${b}.`, `<${a}>  <${b}>`, `${a},${b},`])
      expect(parseList(line).captures).toMatchObject([
        { url: a, title: '', note: '' },
        { url: b, note: '' },
      ])
    expect(shortly(`Both: ${a} ${b}\n  a note`).captures).toEqual([
      [1, a, 'Both', '', ''],
      [1, b, '', '', 'a note'],
    ])
    expect(shortly(`${a} https://host/ ${b}`)).toMatchObject({
      captures: [
        [1, a, '', '', ''],
        [1, b, '', '', ''],
      ],
      problems: [[1, '“host” is not a public host name.']],
    })
    expect(parseList(`${a} https://host/`).problems).toMatchObject([{ text: 'https://host/' }])
    expect(only(`${a} and ${b}`)).toMatchObject({ url: a, note: `and ${b}` })
    expect(shortly(`- [A](${a})\n  ${b} ${a}`).captures).toHaveLength(3)
  })

  it('leaves out what a sentence puts behind an address, and keeps brackets that belong to it', () => {
    expect(only('(https://example.org/a).')?.url).toBe('https://example.org/a')
    expect(only('https://en.wikipedia.org/wiki/Tide_(disambiguation)')?.url).toBe(
      'https://en.wikipedia.org/wiki/Tide_(disambiguation)',
    )
  })

  it('says of each bad line what is wrong, and takes the others', () => {
    const long = `https://example.org/${'x'.repeat(4000)}`
    const bad = [
      'hhttps:',
      'hhttps://example.org',
      'http://square space',
      'example.org/page',
      'javascript:alert(1)',
      long,
    ]
    const { captures, problems } = parseList([...bad, 'https://example.org/good'].join('\n\n'))
    expect(captures.map(({ url }) => url)).toEqual(['https://example.org/good'])
    expect(problems.map(({ text }) => text)).toEqual(bad)
    expect(problems.map(({ message }) => message)).toEqual([
      'Readers can’t follow “hhttps:” addresses. Use http:// or https://.',
      'Readers can’t follow “hhttps:” addresses. Use http:// or https://.',
      '“square” is not a public host name.',
      'Start the address with https:// or http://.',
      'Readers can’t follow “javascript:” addresses. Use http:// or https://.',
      'This address has 4,020 characters; browsers and mail programs follow at most 2,048.',
    ])
    expect(problems.map(({ line }) => line)).toEqual([1, 3, 5, 7, 9, 11])
  })
})

describe('a list in Markdown', () => {
  it('makes titles of link texts, notes of what follows, and quotes of what stands behind >', () => {
    const text = [
      '## Articles',
      '',
      '- [How we *test* failover](https://example.net/failover) — every Thursday',
      '  > We don’t drop the connection.',
      '  >',
      '  > It never knew about us.',
      '',
      '  Read [this](https://example.net/more) too.',
      '* **[Second](<https://example.org/two> "Title")**',
      '1. [Third](https://example.org/three)',
      'with a line right below',
    ].join('\n')
    expect(shortly(text)).toEqual({
      captures: [
        [
          3,
          'https://example.net/failover',
          'How we *test* failover',
          'We don’t drop the connection.\n\nIt never knew about us.',
          'every Thursday\n\nRead [this](https://example.net/more) too.',
        ],
        [9, 'https://example.org/two', 'Second', '', ''],
        [10, 'https://example.org/three', 'Third', '', 'with a line right below'],
      ],
      problems: [[1, 'There is no address in this line.']],
    })
  })

  it('keeps a sentence with a link in it whole', () => {
    expect(only('I liked [the second part](https://example.org/2) best.')).toMatchObject({
      title: 'the second part',
      note: 'I liked [the second part](https://example.org/2) best.',
    })
  })

  it('gives back what is more than a capture holds', () => {
    const { captures, problems } = parseList(`https://example.org/\n  ${'x'.repeat(70_000)}`)
    expect(captures).toEqual([])
    expect(problems).toMatchObject([{ line: 1, message: expect.stringContaining('64 KB') }])
  })

  it('finds nothing in nothing, and says so of prose', () => {
    expect(parseList(' \n\n')).toEqual({ captures: [], problems: [] })
    expect(shortly('Just words.').problems).toEqual([[1, 'There is no address in this line.']])
  })
})

it('takes no longer for what is made to take long', () => {
  const started = performance.now()
  for (const text of [
    '['.repeat(50_000),
    `[${'\\'.repeat(50_000)}`,
    'a.'.repeat(50_000),
    `https://x.y/${'('.repeat(50_000)}`,
    ' -'.repeat(50_000),
    `https://x.y ${', ;'.repeat(50_000)}`,
    'https://x.y,'.repeat(20_000),
  ])
    parseList(text)
  expect(performance.now() - started).toBeLessThan(2_000)
})
