import type { DocumentItem, IssueDocument } from '@/lib/document/schema'
import { nameOfItem } from '@/lib/issues/rules'
import { matchItems } from './match-items'
import type { ParsedIssue, ParsedItem, ParsedSection } from './schema'

/**
 * One thing that a source tells otherwise than the archive. `where` names the item or part in the reader's words;
 * `archive` or `source` is null when only the other has it.
 */
export type Difference = { where: string; field: string; archive: string | null; source: string | null }

const itemFields = [
  'kind',
  'headline',
  'url',
  'blurb',
  'byline',
  'credit',
  'disclosure',
  'lang',
  'dir',
] as const
const issueFields = ['title', 'date', 'intro', 'outro', 'subject', 'preheader'] as const

const nameOf = (item: Parameters<typeof nameOfItem>[0]) => `“${nameOfItem(item)}”`

function linksAsText(item: Pick<ParsedItem, 'links'>): string | null {
  return item.links.map((link) => `${link.label} <${link.url}>`).join(', ') || null
}

function compareItem(archive: DocumentItem, source: ParsedItem): Difference[] {
  const where = nameOf(archive)
  const fields = itemFields
    .map((field) => ({ where, field, archive: archive[field] || null, source: source[field] || null }))
    .filter((difference) => difference.archive !== difference.source)
  const links = { where, field: 'links', archive: linksAsText(archive), source: linksAsText(source) }
  return links.archive === links.source ? fields : [...fields, links]
}

function outlineOf(section: { title: string | null; layout: string }): string {
  return `${section.title ?? 'untitled'} (${section.layout})`
}

function compareOutline(archive: IssueDocument, sections: ParsedSection[]): Difference[] {
  const before = archive.sections.map(outlineOf).join(', ')
  const after = sections.map(outlineOf).join(', ')
  return before === after ? [] : [{ where: 'sections', field: 'titles', archive: before, source: after }]
}

function compareSponsors(archive: IssueDocument, issue: ParsedIssue): Difference[] {
  const before = archive.sponsors.map((part) => part.text)
  const after = issue.sponsors.map((part) => part.text)
  const count = Math.max(before.length, after.length)
  return Array.from({ length: count }, (_, index) => ({
    where: 'sponsor message',
    field: 'text',
    archive: before[index] ?? null,
    source: after[index] ?? null,
  })).filter((difference) => difference.archive !== difference.source)
}

function compareItems(archive: IssueDocument, issue: ParsedIssue): Difference[] {
  const items = archive.sections.flatMap((section) => section.items)
  const others = issue.sections.flatMap((section) => section.items)
  const matched = matchItems(items, others)
  const differences = others.flatMap((item) => {
    const known = matched.get(item)
    return known
      ? compareItem(known, item)
      : [{ where: nameOf(item), field: 'item', archive: null, source: item.url ?? item.blurb }]
  })
  const found = new Set(matched.values())
  const missing = items
    .filter((item) => !found.has(item))
    .map((item) => ({ where: nameOf(item), field: 'item', archive: item.url ?? item.blurb, source: null }))
  const before = items.filter((item) => found.has(item))
  const after = others.flatMap((item) => matched.get(item) ?? [])
  const isMoved = before.some((item, index) => item !== after[index])
  const order = {
    where: 'items',
    field: 'order',
    archive: before.map(nameOf).join(', '),
    source: after.map(nameOf).join(', '),
  }
  return isMoved ? [...differences, ...missing, order] : [...differences, ...missing]
}

/**
 * What a source tells otherwise than the archive has it, field by field, in the order of the issue. What the source
 * can't know (ids, editions, times) doesn't count; nor does what plain text never has, such as a date.
 */
export function compareIssue(archive: IssueDocument, issue: ParsedIssue): Difference[] {
  const fields = issueFields
    .map((field) => ({ where: 'issue', field, archive: archive.issue[field], source: issue[field] || null }))
    .filter((difference) => difference.archive !== difference.source)
  return [
    ...fields,
    ...compareSponsors(archive, issue),
    ...compareOutline(archive, issue.sections),
    ...compareItems(archive, issue),
  ]
}
