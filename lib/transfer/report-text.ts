import { extname } from 'node:path'
import { plural } from '@/lib/counts/rules'
import { nameOfItem } from '@/lib/issues/rules'
import type { Difference } from './compare'
import { type ImportReport, type IssueResult, notText, type Problem } from './report'
import type { ParsedItem, ParsedSponsor, Remark } from './schema'

const WIDTH = 100

/** One line of a text, cut to a width; around `at` when that is given. */
function excerpt(text: string, width: number, at = 0): string {
  const line = text.replace(/\s*\n\s*/g, ' ⏎ ')
  const from = at <= width / 2 ? 0 : at - Math.floor(width / 3)
  const end = from + width
  return `${from > 0 ? '…' : ''}${line.slice(from, end)}${end < line.length ? '…' : ''}`
}

function firstDifference(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  return at
}

function differenceLines({ where, field, archive, source }: Difference): string[] {
  if (archive === null) return [`  ${where}: ${field} only in the file: ${excerpt(source ?? '', WIDTH)}`]
  if (source === null) return [`  ${where}: ${field} only in the archive: ${excerpt(archive, WIDTH)}`]
  const at = firstDifference(archive, source)
  return [
    `  ${where}: ${field} differs`,
    `    archive: ${excerpt(archive, WIDTH, at)}`,
    `    file:    ${excerpt(source, WIDTH, at)}`,
  ]
}

function itemLines(item: ParsedItem): string[] {
  const name = nameOfItem(item)
  const marks = [
    item.blurb && item.headline ? `blurb ${item.blurb.length}` : '',
    item.links.length > 0 ? plural(item.links.length, 'more link') : '',
    item.byline ? 'byline' : '',
    item.credit ? 'credit' : '',
    item.disclosure ? 'disclosure' : '',
  ].filter(Boolean)
  const address = item.url === null ? [] : [`          ${excerpt(item.url, WIDTH)}`]
  return [
    `      ${item.kind.padEnd(5)} ${name}${marks.length > 0 ? `  (${marks.join(', ')})` : ''}`,
    ...address,
  ]
}

function sponsorLines(part: ParsedSponsor): string[] {
  const at = typeof part.at === 'string' ? part.at : 'between sections'
  return [`    Sponsor, ${at}: ${part.label}`, `      ${excerpt(part.text, WIDTH)}`]
}

function remarkLines(title: string, remarks: Remark[]): string[] {
  if (remarks.length === 0) return []
  return [
    `    ${title}`,
    ...remarks.map(({ line, text, why }) => `      line ${line}, ${why}: ${excerpt(text, 70)}`),
  ]
}

/** An issue's structure as a tree. */
function treeLines({ issue, slug }: IssueResult): string[] {
  const parts = issue.intro === null ? [] : [`    Intro: ${excerpt(issue.intro, WIDTH)}`]
  const sections = issue.sections.flatMap((section) => [
    `    ${section.title ?? '(untitled)'}  [${section.layout}, ${plural(section.items.length, 'item')}]`,
    ...section.items.flatMap(itemLines),
  ])
  return [
    `    ${issue.title}  ${issue.date}  /issues/${slug}`,
    ...parts,
    ...issue.sponsors.flatMap(sponsorLines),
    ...sections,
    ...remarkLines('Unsure', issue.unsure),
    ...remarkLines('Set aside', issue.setAside),
  ]
}

const said = {
  created: ['imported', 'would be imported'],
  unchanged: ['unchanged', 'unchanged'],
  differing: ['differs, left as it is', 'differs, would be left as it is'],
  overwritten: ['corrected from the file', 'would be corrected from the file'],
} as const

function resultLines(result: IssueResult, dryRun: boolean): string[] {
  const { issue, outcome, differences } = result
  const items = issue.sections.reduce((sum, section) => sum + section.items.length, 0)
  const counts = [plural(issue.sections.length, 'section'), plural(items, 'item')]
  if (issue.unsure.length > 0) counts.push(`${issue.unsure.length} unsure`)
  if (issue.setAside.length > 0) counts.push(`${issue.setAside.length} set aside`)
  const head = `${issue.title}: ${said[outcome][dryRun ? 1 : 0]} (${counts.join(', ')}), from ${issue.file}`
  const tree = dryRun ? treeLines(result) : []
  return [head, ...differences.flatMap(differenceLines), ...tree]
}

export function problemLine({ file, line, message }: Problem): string {
  return `${file}${line === null ? '' : `, line ${line}`}: ${message}`
}

/** Files that are no text for us are only counted, by their kinds; the others are named with the reason. */
function skippedLines(skipped: ImportReport['skipped']): string[] {
  const others = skipped.filter(({ why }) => why === notText)
  const kinds = [...new Set(others.map(({ file }) => extname(file) || 'without an extension'))].sort()
  const named = skipped.filter(({ why }) => why !== notText)
  const lines = named.map(({ file, why }) => `Passed over: ${file}: ${why}`)
  if (others.length > 0)
    lines.push(`Passed over: ${plural(others.length, 'file')} ${notText} (${kinds.join(', ')})`)
  return lines
}

/** The report for a person: each issue with what became of it, what was passed over, and a line that sums up. */
export function reportAsText(report: ImportReport, dryRun: boolean): string[] {
  const { results, skipped, problems } = report
  const count = (outcome: IssueResult['outcome']) =>
    results.filter((result) => result.outcome === outcome).length
  const lines = problems.length > 0 && !dryRun ? [] : results.flatMap((result) => resultLines(result, dryRun))
  lines.push(...skippedLines(skipped))
  if (problems.length > 0) return lines
  const sums = [`${count('created')} ${dryRun ? 'to import' : 'imported'}`, `${count('unchanged')} unchanged`]
  if (count('overwritten') > 0) sums.push(`${count('overwritten')} ${dryRun ? 'to correct' : 'corrected'}`)
  if (count('differing') > 0)
    sums.push(`${count('differing')} differing (--overwrite makes corrections of them)`)
  const unsure = results.reduce((sum, { issue }) => sum + issue.unsure.length, 0)
  if (unsure > 0 && !dryRun) sums.push(`${unsure} unsure (--dry-run lists them)`)
  return [
    ...lines,
    `${plural(results.length, 'issue')}: ${sums.join(', ')}.${dryRun ? ' Nothing was written.' : ''}`,
  ]
}
