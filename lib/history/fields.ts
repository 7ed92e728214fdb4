import type { DocumentItem, DocumentSection, DocumentSponsor, IssueDocument } from '@/lib/document/schema'
import { diffText } from '@/lib/word-diff/rules'
import type { FieldDiff } from './schema'

/** The texts of one part of an issue, by the label a person knows each by, in the order of the page. */
export type Texts = Record<string, string>

const layouts = { articles: 'Articles', list: 'Compact list' }
const kinds = { link: 'Link', quote: 'Quote', note: 'Note' }

export function textsOfIssue({ issue }: IssueDocument): Texts {
  return {
    Title: issue.title,
    Number: String(issue.number ?? ''),
    Date: issue.date,
    Address: `/issues/${issue.slug}`,
    Subject: issue.subject ?? '',
    Preheader: issue.preheader ?? '',
    Language: issue.lang,
    Direction: issue.dir,
    Intro: issue.intro ?? '',
    Outro: issue.outro ?? '',
  }
}

export function textsOfSection({ title, layout }: DocumentSection): Texts {
  return { Title: title ?? '', Layout: layouts[layout] }
}

export function textsOfItem(item: DocumentItem): Texts {
  return {
    Kind: kinds[item.kind],
    Headline: item.headline ?? '',
    Address: item.url ?? '',
    'More links': item.links.map(({ label, url }) => `${label}: ${url}`).join('\n'),
    Blurb: item.blurb,
    Byline: item.byline ?? '',
    Credit: item.credit ?? '',
    Disclosure: item.disclosure ?? '',
    Topics: item.topics.join(', '),
    Language: item.lang ?? '',
    Direction: item.dir ?? '',
  }
}

export function textsOfSponsor(part: DocumentSponsor): Texts {
  return {
    Label: part.label,
    Sponsor: part.sponsor ?? '',
    Headline: part.headline ?? '',
    Text: part.text,
    'Call to action': part.callToAction ?? '',
    Address: part.url ?? '',
    Image: part.image ? `${part.image.alt} (${part.image.url})` : '',
  }
}

/** The fields whose texts differ. */
export function diffFields(before: Texts, after: Texts, lang: string): FieldDiff[] {
  return Object.keys(after).flatMap((label) => {
    const [old = '', now = ''] = [before[label], after[label]]
    return old === now ? [] : [{ label, parts: diffText(old, now, lang) }]
  })
}

/** The beginning of a text, as a name for what has none. */
export function nameFrom(texts: readonly (string | null)[], fallback: string): string {
  const [line = ''] = (texts.find((text) => text?.trim()) ?? '').trim().split('\n')
  return line.length > 80 ? `${line.slice(0, 79)}…` : line || fallback
}
