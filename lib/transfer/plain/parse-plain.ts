import { ImportProblem, NoIssueFound } from '@/lib/transfer/import-problem'
import { findLostText } from '@/lib/transfer/lost-text'
import { readFileName, readIssueName } from '@/lib/transfer/names'
import { emptyIssue, type ParsedIssue } from '@/lib/transfer/schema'
import { asMarkdown } from './as-markdown'
import { bulletOf, findIssueLines, type Group, readGroups } from './groups'
import { readEntries, readPlainRows } from './items'

const footer = /©|\(c\)\s*\d{4}|\ball rights reserved\b/i
const offer =
  /\b(?:sign up|download|register|get (?:your|a) (?:free )?|get started|watch now|learn more|join us|webinar|free (?:trial|e-?book)|try (?:it|us)|sponsor(?:ed)?)\b/i
const sponsorLine = /^a (?:message|word) from (?:our|my) sponsors?,?\s*(.*?):?$/i

function isFooter(group: Group): boolean {
  return group.paragraphs.every((paragraph) => footer.test(paragraph.text) && paragraph.text.length < 200)
}

/**
 * A sponsor's message stands between wide gaps, above the entries, and asks for something: a line that says so, or up
 * to three paragraphs of which each makes an offer and the last ends on the colon that its link used to follow.
 */
function readSponsorGroup(issue: ParsedIssue, group: Group | undefined): boolean {
  const [first] = group?.paragraphs ?? []
  if (!group || !first || issue.sections.length > 0) return false
  const line = sponsorLine.exec(first.text.trim())
  const offers =
    group.paragraphs.length <= 3 && group.paragraphs.every((paragraph) => /:$/.test(paragraph.text.trim()))
  const asks = group.paragraphs.some((paragraph) => offer.test(paragraph.text)) || offers
  if (!line && !(offers && asks)) return false
  issue.sponsors.push({
    at: 'top',
    label: line ? first.text.trim().replace(/:$/, '') : 'Sponsor message',
    sponsor: line?.[1] || null,
    headline: null,
    text: (line ? group.paragraphs.slice(1) : group.paragraphs)
      .map((part) => asMarkdown(part.text.trim()))
      .join('\n\n'),
    callToAction: null,
    url: null,
  })
  if (!line) {
    issue.unsure.push({
      line: first.line,
      text: first.text.trim(),
      why: 'taken for the sponsor’s message, by its place and its words',
    })
  }
  return true
}

function addGroup(issue: ParsedIssue, group: Group) {
  const rowsFrom = group.paragraphs.findIndex((paragraph) => bulletOf(paragraph.text) !== null)
  const entries = rowsFrom < 0 ? group.paragraphs : group.paragraphs.slice(0, rowsFrom)
  if (entries.length > 0) {
    const last = issue.sections.at(-1)
    const items = readEntries(entries, issue.unsure)
    if (last?.layout === 'articles') last.items.push(...items)
    else issue.sections.push({ title: null, layout: 'articles', items })
  }
  if (rowsFrom < 0) return
  const items = readPlainRows(group.paragraphs.slice(rowsFrom))
  issue.sections.push({ title: null, layout: 'list', items })
}

function parseOne(lines: string[], firstLine: number, file: string, seenFooters: Set<string>): ParsedIssue {
  const issue = emptyIssue(file, firstLine)
  const name = readIssueName((lines[0] ?? '').trim())
  Object.assign(issue, { title: name.title, number: name.number, date: name.date, time: name.time })
  issue.date ??= readFileName(file).date
  const groups = readGroups(lines.slice(1), firstLine + 1)
  const gap = lines.slice(1).findIndex((line) => line.trim() !== '')
  const [head, ...rest] = gap >= 0 && gap < 2 ? groups : [{ paragraphs: [] }, ...groups]
  const hasIntro = rest.length > 0 && !head?.paragraphs.some((paragraph) => bulletOf(paragraph.text))
  if (head && hasIntro)
    issue.intro = head.paragraphs.map((part) => asMarkdown(part.text.trim())).join('\n\n') || null
  else if (head) rest.unshift(head)
  const [first] = rest
  const body = readSponsorGroup(issue, first) ? rest.slice(1) : rest
  for (const group of body) {
    if (!isFooter(group)) addGroup(issue, group)
    else {
      for (const { line, text } of group.paragraphs) {
        if (!seenFooters.has(text.trim())) issue.setAside.push({ line, text: text.trim(), why: 'the footer' })
        seenFooters.add(text.trim())
      }
    }
  }
  const fragments = lines.map((text, index) => ({ line: firstLine + index, text, isAddress: false }))
  const lost = findLostText(fragments, issue).filter((remark) => !seenFooters.has(remark.text))
  issue.setAside.push(...lost)
  return issue
}

/**
 * Reads the issues in plain text as copied from a page: a line such as `SRE Weekly Issue #41` begins each. Throws an
 * ImportProblem when there is no such line, or nothing under it.
 */
export function parsePlain(text: string, file: string): ParsedIssue[] {
  const lines = text.split('\n')
  const heads = findIssueLines(lines)
  const [first] = heads
  if (first === undefined) {
    throw new NoIssueFound(
      "There is no issue in it: each begins with a line that names it, such as 'My Weekly Issue #12'.",
    )
  }
  const footers = new Set<string>()
  const issues = heads.map((from, index) =>
    parseOne(lines.slice(from, heads[index + 1]), from + 1, file, footers),
  )
  const before = lines.slice(0, first).join('\n').trim()
  if (before) issues[0]?.setAside.push({ line: 1, text: before, why: 'text before the first issue' })
  const empty = issues.find((issue) => issue.sections.length === 0)
  if (empty)
    throw new ImportProblem(
      `There is nothing under '${empty.title}'; remove the line or add its entries.`,
      empty.line,
    )
  return issues
}
