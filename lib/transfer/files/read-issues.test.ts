import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { emptyReport } from '@/lib/transfer/report'
import { readIssues } from './read-issues'

const good = (number: number) =>
  `---\ntitle: Notes #${number}\nnumber: ${number}\nslug: notes-${number}\ndate: 2020-01-0${number}\n---\n\n## Articles\n\n### [A](https://a.example/)\n\nText.\n`

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}

async function read(...paths: string[]) {
  const report = emptyReport()
  const issues = await readIssues(paths, null, report)
  return { issues, problems: report.problems, skipped: report.skipped }
}

/** The one problem of a run. */
async function problemOf(path: string) {
  const { problems } = await read(path)
  expect(problems).toHaveLength(1)
  return problems[0]
}

describe('folders', () => {
  test('are read in the order of their names, numbers as numbers; other files are passed over', async () => {
    put('issue-2.md', good(2))
    put('issue-10.md', good(3))
    put('deep/issue-1.markdown', good(1))
    put('README.md', '# About\n\nHow we write.\n')
    put('cover.png', 'x')
    put('.git/config.md', good(9))
    const { issues, problems, skipped } = await read(folder)
    expect(issues.map(({ issue }) => issue.number)).toEqual([1, 2, 3])
    expect(problems).toEqual([])
    expect(skipped.map(({ file }) => file)).toEqual([join(folder, 'cover.png'), join(folder, 'README.md')])
  })

  test('with nothing in them, or nothing importable, are a problem', async () => {
    expect(await problemOf(folder)).toMatchObject({
      file: folder,
      message: expect.stringContaining('nothing to import'),
    })
    put('cover.png', 'x')
    expect(await problemOf(folder)).toMatchObject({
      file: folder,
      message: expect.stringContaining('nothing to import'),
    })
    put('README.md', '# About\n\nHow we write.\n')
    expect(await problemOf(folder)).toMatchObject({
      message: expect.stringContaining('None of its files is an issue'),
    })
  })

  test('that link to themselves, and files linked twice, are read once', async () => {
    put('issue-1.md', good(1))
    symlinkSync(folder, join(folder, 'again'))
    symlinkSync(join(folder, 'issue-1.md'), join(folder, 'twin.md'))
    symlinkSync('self', join(folder, 'self'))
    symlinkSync(join(folder, 'nowhere'), join(folder, 'broken.md'))
    const { issues, problems, skipped } = await read(folder)
    expect(issues).toHaveLength(1)
    expect(problems).toEqual([])
    expect(skipped.map(({ file }) => file)).toEqual([join(folder, 'broken.md'), join(folder, 'self')])
  })

  test('a broken file among good ones is named, and so is every other', async () => {
    put('issue-1.md', good(1))
    put('issue-2.md', '---\ntitle: "x\n---\n\n## A\n')
    put('issue-3.md', new Uint8Array([0x23, 0x20, 0x0a, 0xc3, 0x28]))
    const { problems } = await read(folder)
    expect(problems.map(({ file, line }) => [file, line])).toEqual([
      [join(folder, 'issue-2.md'), 3],
      [join(folder, 'issue-3.md'), 2],
    ])
  })
})

describe('a file', () => {
  test('that isn’t there', async () => {
    const path = join(folder, 'no.md')
    expect(await problemOf(path)).toEqual({
      file: path,
      line: null,
      message: 'There is nothing at this path. Check its spelling.',
    })
  })

  test('that links to itself', async () => {
    symlinkSync('self.md', join(folder, 'self.md'))
    expect(await problemOf(join(folder, 'self.md'))).toMatchObject({
      message: expect.stringContaining('leads to itself'),
    })
  })

  test('that may not be read', async () => {
    const path = put('closed.md', good(1))
    chmodSync(path, 0o000)
    const { issues, problems } = await read(path)
    // The superuser may read it all the same.
    expect(process.getuid?.() === 0 ? issues.length : problems[0]?.message).toEqual(
      process.getuid?.() === 0 ? 1 : expect.stringContaining('EACCES'),
    )
  })

  test('that is no file', async () => {
    expect(await problemOf('/dev/null')).toMatchObject({
      message: expect.stringContaining('neither a file nor a folder'),
    })
  })

  test.each([
    ['binary', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]), 'binary file'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x41, 0]), 'UTF-16'],
    ['not UTF-8', new Uint8Array([0x41, 0x0a, 0xe9, 0x20]), 'UTF-8'],
    ['empty', '', 'There is no issue in it'],
    ['prose', 'Dear diary, today I wrote.\n', 'There is no issue in it'],
    ['a title without items', '# Notes #4\n', 'no linked heading'],
  ])('that is %s', async (_what, content, message) => {
    const path = put('a.md', content)
    expect(await problemOf(path)).toMatchObject({ file: path, message: expect.stringContaining(message) })
  })

  test('with a byte order mark and Windows line ends is read', async () => {
    const { issues } = await read(put('a.md', `\uFEFF${good(4).replaceAll('\n', '\r\n')}`))
    expect(issues[0]?.issue.sections[0]?.items[0]).toMatchObject({ headline: 'A', blurb: 'Text.' })
  })

  test('of 50 MB is refused by its size, before it is read', async () => {
    const path = put('big.md', good(1))
    truncateSync(path, 50 * 1024 * 1024)
    const before = process.memoryUsage().rss
    const started = performance.now()
    expect(await problemOf(path)).toMatchObject({
      file: path,
      message: expect.stringContaining('50 MB; 256 KB is the most'),
    })
    expect(performance.now() - started).toBeLessThan(1000)
    expect(process.memoryUsage().rss - before).toBeLessThan(20 * 1024 * 1024)
  })
})

test('plain text and Markdown in a .txt file are told apart', async () => {
  const { issues } = await read(put('a.txt', 'Notes Issue #1\n\n\nSome text.\n'), put('b.txt', good(2)))
  expect(issues.map(({ format, issue }) => [format, issue.number])).toEqual([
    ['plain', 1],
    ['markdown', 2],
  ])
})
