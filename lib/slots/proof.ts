import { DOCUMENT_VERSION, type DocumentItem, type IssueDocument } from '@/lib/document/schema'
import type { ProofSource } from './schema'

/** Shapes of one size, whatever stands there: neither a word nor a length of the draft can be told from them. */
const shape = (...lengths: number[]) => lengths.map((length) => '█'.repeat(length)).join(' ')
const TITLE = shape(9, 6, 4)
const HEADLINE = shape(7, 11, 5, 8)
const TEXT = shape(6, 9, 4, 12, 7, 5, 10, 8, 6, 11, 4, 9, 7, 13, 5, 8, 6, 10, 7, 4)
const ITEMS = 3

const item = (id: string): DocumentItem => ({
  id,
  kind: 'link',
  headline: HEADLINE,
  url: null,
  links: [],
  blurb: TEXT,
  byline: null,
  credit: null,
  disclosure: null,
  topics: [],
  lang: null,
  dir: null,
})

/**
 * The issue as it stands, with the sponsor's own message at its place and everything else masked. It is built without
 * the draft: of the issue it takes the date, and how many sections there are and after which the message stands.
 */
export function proofDocument(source: ProofSource): IssueDocument {
  const { date, lang, dir, sections, part } = source
  const at = `${date}T00:00:00.000Z`
  const after = sections.findIndex(({ isAfter }) => isAfter)
  const place =
    part.at === 'top' ? 'top' : part.at === 'after' && after >= 0 ? { after: `s${after}` } : 'bottom'
  return {
    version: DOCUMENT_VERSION,
    edition: 0,
    issue: {
      number: null,
      slug: 'proof',
      title: TITLE,
      subject: null,
      preheader: null,
      date,
      publishedAt: at,
      updatedAt: at,
      correction: null,
      lang,
      dir,
      intro: null,
      outro: null,
    },
    sections: sections.map((_, index) => ({
      id: `s${index}`,
      title: TITLE,
      layout: 'articles',
      items: Array.from({ length: ITEMS }, (__, at) => item(`s${index}i${at}`)),
    })),
    sponsors: [{ ...part, id: 'own', at: place }],
  }
}

const pale = (shapes: string) =>
  `<span aria-hidden="true" style="color:rgba(136,136,136,.4);letter-spacing:-.06em">${shapes}</span>`

/**
 * The masks of a mail in a pale colour, as bars and not as words; a mail has no style sheet that could do it. Texts
 * alone: a mask in an attribute stays as it is.
 */
export function paleShapes(html: string): string {
  const at = html.indexOf('<body')
  const body = html
    .slice(at)
    .replace(/>([^<]*█[^<]*)/g, (_, text: string) => `>${text.replace(/█(?:[█ ]*█)?/g, pale)}`)
  return html.slice(0, at) + body
}
