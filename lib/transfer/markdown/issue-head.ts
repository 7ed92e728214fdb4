import type { Nodes } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { findDate } from '@/lib/transfer/dates'
import { ImportProblem } from '@/lib/transfer/import-problem'
import { findNumber, readFileName, readIssueName, slugOfAddress } from '@/lib/transfer/names'
import type { ParsedIssue } from '@/lib/transfer/schema'
import type { FrontMatter } from './front-matter'
import { onlyLink } from './inline'
import { childrenOf, lineOf, type MarkdownSource } from './source'

const used = [
  'title',
  'number',
  'issue',
  'slug',
  'date',
  'url',
  'permalink',
  'lang',
  'dir',
  'subject',
  'preheader',
]

/** Front matter that has all that Gleaner itself writes; of an issue without a number it writes the direction. */
export function isExact({ style, fields }: FrontMatter): boolean {
  const isNamed = ['title', 'slug', 'date'].every((name) => fields.has(name))
  return style === 'yaml' && isNamed && (fields.has('number') || fields.has('dir'))
}

function numberOf(front: FrontMatter, title: string): number | null {
  const given = front.fields.get('number') ?? front.fields.get('issue')
  if (given === undefined) return isExact(front) ? null : findNumber(title)
  if (!/^#?\d{1,9}$/.test(given))
    throw new ImportProblem(`'number: ${given}' isn't a whole number; correct it.`, 1)
  return Number(given.replace('#', ''))
}

/** Fills an issue from its front matter; throws an ImportProblem for a number or date that can't be read. */
export function readFields(issue: ParsedIssue, front: FrontMatter) {
  const field = (name: string) => front.fields.get(name) ?? null
  issue.title = field('title') ?? ''
  issue.number = numberOf(front, issue.title)
  issue.slug = field('slug')
  issue.url = field('url') ?? field('permalink')
  issue.lang = field('lang')
  issue.dir = field('dir') === 'rtl' ? 'rtl' : field('dir') === 'ltr' ? 'ltr' : null
  issue.subject = field('subject')
  issue.preheader = field('preheader')
  const date = field('date')
  const found = date === null ? null : findDate(date)
  if (date !== null && !found) {
    throw new ImportProblem(`'date: ${date}' isn't a date; write it as 2016-09-25.`, 1)
  }
  issue.date = found?.date ?? null
  issue.time = found?.time ?? null
  for (const [name, value] of front.fields) {
    if (!used.includes(name)) issue.setAside.push({ line: 1, text: `${name}: ${value}`, why: 'front matter' })
  }
}

/** Whether a heading names an issue: it has a number and a date. */
export function namesIssue(node: Nodes): boolean {
  if (node.type !== 'heading') return false
  const name = readIssueName(plainText(node))
  return name.number !== null && name.date !== null
}

/**
 * Reads the heading that names the issue, if there is one at the top; gives back the blocks after it. Without front
 * matter the first heading names it when it has a number, or stands alone at the highest level.
 */
export function readHead(source: MarkdownSource, issue: ParsedIssue, nodes: Nodes[]): Nodes[] {
  const [first, ...rest] = nodes.filter((node) => node.type !== 'html' || !/^<!--/.test(node.value))
  if (first?.type !== 'heading') return nodes
  const name = readIssueName(plainText(first))
  const highest = rest.every((node) => node.type !== 'heading' || node.depth > first.depth)
  const repeats = first.depth === 1 && issue.title !== '' && plainText(first).trim() === issue.title
  const names =
    issue.title === '' &&
    ((name.number !== null && highest) || name.date !== null || (first.depth === 1 && highest))
  if (!repeats && !names) return nodes
  issue.title ||= name.title
  issue.number ??= name.number
  issue.date ??= name.date
  issue.time ??= name.time
  issue.url ??= onlyLink(source, first)?.url ?? firstLink(source, first)
  issue.line = lineOf(first)
  return nodes.filter((node) => node !== first)
}

function firstLink(source: MarkdownSource, heading: Nodes): string | null {
  for (const child of childrenOf(heading)) {
    if (child.type === 'link') return child.url
    if (child.type === 'linkReference') return source.definitions.get(child.identifier)?.url ?? null
  }
  return null
}

/** A paragraph under the title that is a date and nothing else. */
export function readDateLine(issue: ParsedIssue, nodes: Nodes[]): Nodes[] {
  const [first, ...rest] = nodes
  const text = first?.type === 'paragraph' ? plainText(first).trim() : ''
  const found = issue.date === null && text.length < 60 ? findDate(text) : null
  if (!found || /[\p{L}]{4,}/u.test(text.replace(found.text, '').replace(/\b\w+day\b/gi, ''))) return nodes
  issue.date = found.date
  issue.time = found.time
  return rest
}

/** What is still missing is taken from the text's first words, the old address and the file's name. */
export function completeHead(source: MarkdownSource, issue: ParsedIssue, firstWords: string) {
  if (source.exact) return
  const name = readFileName(issue.file)
  const inText = /^[^\n#]{1,40}#(\d{1,5})\s*[-–—:]/.exec(firstWords)?.[1]
  issue.number ??= inText ? Number(inText) : name.number
  issue.date ??= name.date
  issue.slug ??= issue.url === null ? null : slugOfAddress(issue.url)
  if (issue.number === 0) {
    issue.number = null
    issue.unsure.push({ line: issue.line, text: issue.title, why: 'numbers begin at 1, so it gets none' })
  }
}
