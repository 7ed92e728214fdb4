import { emptyItem } from '@/lib/issues/rules'
import type { IssueContent, ItemContent, SectionContent } from '@/lib/issues/schema'
import { continued, issueTexts, itemTexts, kinds, readLink, readTopics } from './fields'
import { normaliseIssue, normaliseItem, normaliseSection } from './normalise'
import type { DraftText, TextItem, TextProblem, TextSection } from './schema'
import { idOfShort } from './short-ids'
import { structural } from './write-draft'

type Part = {
  head: string
  line: number
  fields: { name: string; value: string; line: number }[]
  body: string
}

const names = [
  'Number',
  ...Object.keys(issueTexts),
  ...Object.keys(itemTexts),
  'Layout',
  'Kind',
  'More',
  'Topics',
  'Tied',
  'Language',
  'Direction',
]
const field = new RegExp(`^(${[...new Set(names)].join('|')}): ?(.*)$`, 's')
/** Some other long document would keep the server busy for minutes, putting it together with the draft. */
const MOST_PARTS = 5_000
const address = /^https?:\/\/\S+$/

/** Thrown by nothing: problems are gathered, so that a person hears of all at once. */
type Gather = (line: number, message: string) => void

/**
 * Reads a text that `writeDraft` wrote and a person may have changed. `base` has what stands where the text says
 * nothing, `ids` are those of sections and items that it may name.
 */
export function readDraft(
  text: string,
  base: IssueContent,
  ids: readonly string[],
): { draft: DraftText; problems: TextProblem[] } {
  const problems: TextProblem[] = []
  const gather: Gather = (line, message) => problems.push({ line, message })
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n/g, '\n')
    .split('\n')
  const mark = /^<!-- gleaner (.+) -->\s*$/s.exec(lines[0] ?? '')?.[1] ?? ''
  if (mark === '')
    gather(1, 'The first line, which says of when this text is, is missing. Download the text again.')
  const parts = partsOf(lines, gather)
  const draft: DraftText = { mark, content: base, sections: [] }
  const beyond = parts[MOST_PARTS]
  if (beyond) {
    gather(beyond.line, `More than ${MOST_PARTS} sections and items are no issue.`)
    return { draft, problems }
  }
  const seen = new Set<string>()
  const idFor = (short: string | null, line: number, what: string) => {
    if (short === null) return null
    const id = idOfShort(short, ids)
    if (!id) gather(line, `This issue has no ${what} “${short}”. Take the mark away to add a new ${what}.`)
    else if (seen.has(id))
      gather(line, `The ${what} “${short}” stands here a second time. Take one of the marks away.`)
    if (id) seen.add(id)
    return id
  }
  for (const part of parts) {
    if (part.head.startsWith('<!--')) draft.content = { ...draft.content, outro: part.body }
    else if (part.head.startsWith('###')) {
      const section = draft.sections.at(-1)
      if (section) section.items.push(itemOf(part, idFor, gather))
      else gather(part.line, 'An item (###) stands before the first section (##).')
    } else if (part.head.startsWith('##')) draft.sections.push(sectionOf(part, idFor, gather))
    else draft.content = issueOf(part, base, gather)
  }
  draft.content = normaliseIssue(draft.content)
  return { draft, problems }
}

function partsOf(lines: string[], gather: Gather): Part[] {
  const parts: Part[] = []
  let open: { part: Part; inFields: boolean; body: string[] } | null = null
  const close = () => {
    if (open) open.part.body = open.body.join('\n').replace(/^\n+|\n+$/g, '')
  }
  for (const [index, text] of lines.entries()) {
    const line = index + 1
    if (index === 0 && text.startsWith('<!-- gleaner ')) continue
    if (structural.test(text) && !text.startsWith('\\')) {
      close()
      if (/^#(?: |$)/.test(text) && parts.length > 0)
        gather(line, 'Only the title begins with one #. Put a \\ before this line if it is text.')
      open = { part: { head: text, line, fields: [], body: '' }, inFields: true, body: [] }
      parts.push(open.part)
    } else if (!open) {
      if (text.trim() !== '') gather(line, 'The text begins with the title, a line with one #.')
    } else if (open.inFields && takesField(open.part, text, line)) continue
    else {
      open.inFields = false
      open.body.push(structural.test(text) ? text.slice(1) : text)
    }
  }
  close()
  if (!parts[0]?.head.match(/^#(?: |$)/)) gather(1, 'The title, a line with one #, is missing.')
  return parts
}

/** Whether a line below a heading is a field, or goes on with one. */
function takesField(part: Part, text: string, line: number): boolean {
  const last = part.fields.at(-1)
  if (last && text.startsWith('  ')) {
    last.value += `\n${continued(text)}`
    return true
  }
  if (address.test(text)) {
    part.fields.push({ name: 'Address', value: text, line })
    return true
  }
  const [, name, value] = field.exec(text) ?? []
  if (name === undefined) return false
  part.fields.push({ name, value: value ?? '', line })
  return true
}

type IdFor = (short: string | null, line: number, what: string) => string | null

const closing = /^<!-- \w+ ([0-9a-f-]{4,36}) -->\s*$/

/** A heading and the id in the mark that ends it: the last one, since a headline may hold what looks like one. */
function headOf({ head }: Part, hashes: number, what: string): { title: string; short: string | null } {
  const rest = head.slice(hashes + 1)
  const at = rest.lastIndexOf(`<!-- ${what} `)
  const short = at < 0 ? null : (closing.exec(rest.slice(at))?.[1] ?? null)
  if (short === null) return { title: rest.trim(), short }
  const title = rest.slice(0, at)
  return { title: title.endsWith(' ') ? title.slice(0, -1) : title, short }
}

function itemOf(part: Part, idFor: IdFor, gather: Gather): TextItem {
  const { title, short } = headOf(part, 3, 'item')
  const content: ItemContent = { ...emptyItem, headline: title, blurb: part.body }
  for (const { name, value, line } of part.fields) {
    const text = Object.entries(itemTexts).find(([known]) => known === name)?.[1]
    if (text) content[text] = value
    else if (name === 'More') content.links = [...content.links, readLink(value)]
    else if (name === 'Topics') content.topics = readTopics(value)
    else if (name === 'Tied') content.tied = value.trim().toLowerCase() === 'yes'
    else if (name === 'Kind') {
      const kind = kinds.find((each) => each === value.trim().toLowerCase())
      if (kind) content.kind = kind
      else gather(line, 'A kind is link, quote or note.')
    } else if (!takeTongue(content, name, value, line, gather)) strange(line, name, 'an item', gather)
  }
  return { id: idFor(short, part.line, 'item'), line: part.line, content: normaliseItem(content) }
}

function sectionOf(part: Part, idFor: IdFor, gather: Gather): TextSection {
  const { title, short } = headOf(part, 2, 'section')
  let layout: SectionContent['layout'] = 'articles'
  for (const { name, value, line } of part.fields) {
    const wanted = value.trim().toLowerCase()
    if (name !== 'Layout') strange(line, name, 'a section', gather)
    else if (wanted === 'list' || wanted === 'articles') layout = wanted
    else gather(line, 'A layout is articles or list.')
  }
  if (part.body !== '') gather(part.line, 'A section holds items: begin each with ###.')
  const content = normaliseSection({ title, layout })
  return { id: idFor(short, part.line, 'section'), line: part.line, content, items: [] }
}

function issueOf(part: Part, base: IssueContent, gather: Gather): IssueContent {
  const content: IssueContent = {
    ...base,
    title: part.head.slice(2),
    subject: '',
    preheader: '',
    lang: null,
    dir: null,
    intro: part.body,
    outro: '',
  }
  for (const { name, value, line } of part.fields) {
    const text = Object.entries(issueTexts).find(([known]) => known === name)?.[1]
    if (text) content[text] = value
    else if (name === 'Number') content.number = Number(value)
    else if (!takeTongue(content, name, value, line, gather)) strange(line, name, 'the issue', gather)
  }
  return content
}

function takeTongue(
  content: Pick<ItemContent, 'lang' | 'dir'>,
  name: string,
  value: string,
  line: number,
  gather: Gather,
): boolean {
  const wanted = value.trim()
  if (name === 'Language') content.lang = wanted || null
  else if (name !== 'Direction') return false
  else if (wanted === 'ltr' || wanted === 'rtl') content.dir = wanted
  else gather(line, 'A direction is ltr or rtl.')
  return true
}

function strange(line: number, name: string, what: string, gather: Gather): void {
  gather(line, `“${name}” is no field of ${what}. Leave an empty line before it if it is text.`)
}
