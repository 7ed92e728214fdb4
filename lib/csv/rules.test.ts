import { describe, expect, test } from 'vitest'
import { activateCell, inertCell, writeCsv } from './rules'

/** What a spreadsheet takes for a formula, a command, or the beginning of another cell. */
const active = [
  '=1+1',
  '=HYPERLINK("https://evil.example","x")',
  '+1',
  '-1',
  '@SUM(A1)',
  '＝1+1',
  '＋1',
  '－1',
  '＠A1',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '\uFEFF=1',
  '\u00A0-1',
  'a;=1',
  'a\t+1',
  'a\n@x',
  'a\r\n-b',
  'a; =cmd|’/c calc’!A0',
  '|calc',
  '%0A=1',
]

describe('a cell', () => {
  test.each(active)('%j is made inert', (text) => {
    const inert = inertCell(text)
    expect(inert).not.toBe(text)
    for (const part of inert.split(/[;\t\r\n]/)) expect(part).not.toMatch(/^\s*[=+\-@＝＋－＠|%]/)
  })

  test.each([...active, "'=1", "''=1", "'", 'plain', "it's", '', 'a=b', '1 - 2', "a;'=1"])(
    '%j comes back as it was',
    (text) => expect(activateCell(inertCell(text))).toBe(text),
  )

  test('of plain text stays as it is', () => {
    for (const text of ['Acme', 'https://acme.example/?a=1&b=-2', 'PO 4711', "it's"])
      expect(inertCell(text)).toBe(text)
  })
})

describe('a file', () => {
  test('has a line for each row, ended by CR LF, and quotes what must be (RFC 4180)', () => {
    const rows = [
      ['name', 'count'],
      ['Acme, Inc.', 3],
      ['said "no"', -2],
      ['two\nlines', null],
    ]
    expect(writeCsv(rows)).toBe('name,count\r\n"Acme, Inc.",3\r\n"said ""no""",-2\r\n"two\nlines",\r\n')
  })

  test('makes texts inert, and leaves numbers numbers', () => {
    expect(writeCsv([['=1', -1]])).toBe("'=1,-1\r\n")
  })
})
