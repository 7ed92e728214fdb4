import { findDate } from './dates'

/** What a title or heading line tells of an issue. */
export type IssueName = { title: string; number: number | null; date: string | null; time: string | null }

const marked = /(?:#|\b(?:issue|no\.|number|edition|vol(?:ume)?\.?)\s*#?)\s*(\d{1,5})\b/i
const trailing = /\s(\d{1,5})$/

/** The number in a title: `Issue #41`, `No. 12`, or, at its end, a bare number that isn't a year. */
export function findNumber(title: string): number | null {
  const found = marked.exec(title) ?? trailing.exec(title)
  if (!found?.[1]) return null
  const number = Number(found[1])
  if (number >= 1900 && number <= 2100 && !marked.test(title)) return null
  return number
}

/** Reads a line such as `SRE Weekly Issue #41 - September 25, 2016`; the date leaves the title. */
export function readIssueName(line: string): IssueName {
  const found = findDate(line)
  const bare = found ? line.replace(found.text, ' ') : line
  const title = bare
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,·|:–—-]+|[\s,·|:–—-]+$/g, '')
  return { title, number: findNumber(title), date: found?.date ?? null, time: found?.time ?? null }
}

/** What a file's name tells: `2016-04-28-issue-20.md` has a date and a number. */
export function readFileName(path: string): { date: string | null; number: number | null } {
  const name = (path.split('/').pop() ?? '').replace(/(\.[a-z]+)+$/i, '')
  const date = /^\d{4}-\d{2}-\d{2}/.test(name) ? (findDate(name)?.date ?? null) : null
  const rest = date ? name.slice(10).replace(/^[-_. ]+/, '') : name
  const number =
    /(?:^|[-_ ])issue[-_ ]?(\d{1,5})$/i.exec(rest)?.[1] ?? /^[a-z]+[-_ ](\d{1,5})$/i.exec(rest)?.[1]
  return { date, number: number ? Number(number) : null }
}

/** The last part of an address's path, as a slug; null when it has none. */
export function slugOfAddress(address: string): string | null {
  const path = address.replace(/^[a-z]+:\/\/[^/]*/i, '').split(/[?#]/)[0] ?? ''
  const last = path.split('/').filter(Boolean).pop()
  return last ? last.replace(/\.html?$/i, '') : null
}
