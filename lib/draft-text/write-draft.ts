import type { DraftItem, DraftSection, IssueContent, IssueDraft } from '@/lib/issues/schema'
import { fieldLines, issueTexts, itemTexts, writeLink, writeTopics } from './fields'
import { normaliseIssue, normaliseItem, normaliseSection } from './normalise'
import { shortIds } from './short-ids'

/** A line of a text that would be read as one of the file's own: it gets a backslash more. */
export const structural = /^\\*(?:#{1,3}(?: |$)|<!-- outro -->)/

const escapeLines = (text: string) =>
  text
    .split('\n')
    .map((each) => (structural.test(each) ? `\\${each}` : each))
    .join('\n')

/** The draft's own content, with what it hasn't got yet as nothing. */
export function contentOf(draft: IssueDraft): IssueContent {
  const { title, subject, preheader, slug, number, intro, outro, date, lang, dir } = draft
  return { title, subject, preheader, slug: slug ?? '', number: number ?? 0, intro, outro, date, lang, dir }
}

/** The ids of a draft's sections and items. */
export function idsIn(draft: IssueDraft): string[] {
  return draft.sections.flatMap((section) => [section.id, ...section.items.map((item) => item.id)])
}

/**
 * A whole draft as one Markdown text: its title as `#`, sections as `##`, items as `###`, fields in lines below each
 * heading, then an empty line and the text. Comments carry the ids, and in the first line of when it is.
 */
export function writeDraft(draft: IssueDraft, mark: string): string {
  const issue = normaliseIssue(contentOf(draft))
  const short = shortIds(idsIn(draft))
  const idOf = (id: string) => short.get(id) ?? id
  const outro = issue.outro === '' ? [] : [`<!-- outro -->\n\n${escapeLines(issue.outro)}\n`]
  return [
    `<!-- gleaner ${mark} -->\n# ${issue.title}\n${writeIssueFields(issue)}\n${body(issue.intro)}`,
    ...draft.sections.map((section) => writeSection(section, idOf)),
    ...outro,
  ].join('\n')
}

const body = (text: string) => (text === '' ? '' : `\n${escapeLines(text)}\n`)

function writeIssueFields(issue: IssueContent): string {
  const lines = Object.entries(issueTexts).flatMap(([name, field]) =>
    issue[field] === '' ? [] : fieldLines(name, issue[field]),
  )
  if (issue.number > 0) lines.unshift(`Number: ${issue.number}`)
  return [...lines, ...tongueLines(issue)].join('\n')
}

function tongueLines({ lang, dir }: { lang: string | null; dir: string | null }): string[] {
  return [...(lang ? [`Language: ${lang}`] : []), ...(dir ? [`Direction: ${dir}`] : [])]
}

function writeSection(section: DraftSection, idOf: (id: string) => string): string {
  const { title, layout } = normaliseSection(section)
  const head = `## ${title ?? ''} <!-- section ${idOf(section.id)} -->\n${layout === 'list' ? 'Layout: list\n' : ''}`
  return [head, ...section.items.map((item) => writeItem(item, idOf(item.id)))].join('\n')
}

function writeItem({ id: _id, version: _version, ...given }: DraftItem, short: string): string {
  const item = normaliseItem(given)
  const lines = Object.entries(itemTexts).flatMap(([name, field]) =>
    item[field] === '' ? [] : fieldLines(name, item[field]),
  )
  for (const link of item.links) lines.push(`More: ${writeLink(link)}`)
  if (item.topics.length > 0) lines.push(`Topics: ${writeTopics(item.topics)}`)
  if (item.kind !== 'link') lines.unshift(`Kind: ${item.kind}`)
  if (item.tied) lines.push('Tied: yes')
  lines.push(...tongueLines(item))
  const head = [`### ${item.headline} <!-- item ${short} -->`, ...lines].join('\n')
  return `${head}\n${body(item.blurb)}`
}
