import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { canonicalJson } from '@/lib/document/rules'
import {
  type ItemContent,
  issueFieldsSchema,
  itemContentSchema,
  sectionFieldsSchema,
} from '@/lib/issues/schema'
import type { PlannedIssue } from './plan'
import type { Problem } from './report'
import type { ParsedIssue, ParsedItem } from './schema'

/** An item as its row holds it: absent is empty. */
export function contentOf(item: ParsedItem): ItemContent {
  return {
    kind: item.kind,
    headline: item.headline ?? '',
    url: item.url ?? '',
    links: item.links,
    blurb: item.blurb,
    byline: item.byline ?? '',
    credit: item.credit ?? '',
    disclosure: item.disclosure ?? '',
    topics: [],
    tied: item.tied,
    lang: item.lang,
    dir: item.dir,
  }
}

function envelopeOf({ issue, slug }: PlannedIssue) {
  return {
    title: issue.title,
    subject: issue.subject ?? '',
    preheader: issue.preheader ?? '',
    slug,
    ...(issue.number === null ? {} : { number: issue.number }),
    intro: issue.intro ?? '',
    outro: issue.outro ?? '',
  }
}

/** The same caps and forms as for what is written in the studio; the first fault of each part is a problem. */
export function findFaults(planned: PlannedIssue): Problem[] {
  const { issue } = planned
  const problems: Problem[] = []
  const check = (line: number, schema: z.ZodType, value: unknown) => {
    const fault = schema.safeParse(value).error?.issues[0]
    if (fault)
      problems.push({ file: issue.file, line, message: `${fault.message} (${fault.path.join(' ')})` })
  }
  check(issue.line, issueFieldsSchema, envelopeOf(planned))
  for (const section of issue.sections) {
    check(section.items[0]?.line ?? issue.line, sectionFieldsSchema, {
      title: section.title,
      layout: section.layout,
    })
    for (const item of section.items) check(item.line, itemContentSchema, contentOf(item))
  }
  for (const part of issue.sponsors)
    check(issue.line, issueFieldsSchema, { intro: part.text, title: part.label })
  return problems
}

/** A language or direction that a source doesn't name tells nothing, and changes no hash made before it could. */
function toldOf(item: ParsedItem) {
  const { lang, dir, ...content } = contentOf(item)
  return { ...content, ...(lang === null ? {} : { lang }), ...(dir === null ? {} : { dir }) }
}

/** SHA-256 of what a source tells, hex; where it stands in the file and what is said about it don't count. */
export function hashOfSource(issue: ParsedIssue): string {
  const { file: _file, line: _line, setAside: _aside, unsure: _unsure, ...told } = issue
  const sections = told.sections.map((section) => ({ ...section, items: section.items.map(toldOf) }))
  return createHash('sha256')
    .update(canonicalJson({ ...told, sections }))
    .digest('hex')
}
