import type { IssueContent, ItemContent, SectionContent } from '@/lib/issues/schema'

/** A text of several lines as a file holds it: one kind of break, no empty lines around it. */
export const block = (text: string) => text.replace(/\r\n?/g, '\n').replace(/^\n+|\n+$/g, '')
/** A text of one line. */
export const line = (text: string) => text.replace(/[\r\n\t]+/g, ' ')

export function normaliseItem(item: ItemContent): ItemContent {
  return {
    ...item,
    headline: line(item.headline),
    url: line(item.url).trim(),
    links: item.links.map(({ label, url }) => ({ label: line(label), url: line(url).trim() })),
    blurb: block(item.blurb),
    byline: line(item.byline),
    credit: block(item.credit),
    disclosure: block(item.disclosure),
  }
}

export function normaliseSection({ title, layout }: SectionContent): SectionContent {
  return { title: line(title ?? '') || null, layout }
}

export function normaliseIssue(issue: IssueContent): IssueContent {
  return {
    ...issue,
    title: line(issue.title),
    subject: line(issue.subject),
    preheader: line(issue.preheader),
    intro: block(issue.intro),
    outro: block(issue.outro),
  }
}
