import type { Element, ElementContent } from 'hast'
import type { Direction, IssueDocument } from '@/lib/document/schema'
import type { PublicationView } from '@/lib/publication/schema'
import { titleSaysNumber } from '@/lib/render/blocks/issue-head'
import { formatDate } from '@/lib/render/dates'
import { dirAttribute } from '@/lib/render/direction'
import { element } from '@/lib/render/hast'
import { issuePath } from '@/lib/render/issue-path'
import { markdownToHast } from '@/lib/render/markdown/to-hast'
import { spoken, wordsOf } from '@/lib/render/words/words-of'
import { faces, light } from './colours'
import { row } from './frame'
import type { Part } from './looks'

/** What a mail needs to know of the publication. */
export type Publication = Pick<
  PublicationView,
  'name' | 'lang' | 'dir' | 'footer' | 'accentLight' | 'accentDark'
>
/** Puts the look of a part of the mail on a tree; `dir` where that isn't the issue's. */
export type Dress = (nodes: ElementContent[], part?: Part, dir?: Direction) => ElementContent[]

const rule = `1px solid ${light.rule}`
const small = `font:14px/1.4 ${faces.head};color:${light.muted}`

/** The publication's name; below it number, date, the way to the issue's page, and the title. */
export function headerRows(issue: IssueDocument['issue'], { name }: Publication, origin: string): Element[] {
  const { dir, title } = issue
  const words = wordsOf(issue.lang)
  const number =
    issue.number !== null && !titleSaysNumber(title, issue.number)
      ? element('span', spoken(words, issue), `${words.issueNumber(issue.number)} · `)
      : null
  const plain = `color:${light.ink};text-decoration:none`
  const quiet = `color:${light.muted};text-decoration:underline`
  const href = `${origin}${issuePath(issue.slug)}`
  const page = element('a', { href, style: quiet, ...spoken(words, issue) }, words.readOnTheWeb)
  return [
    row(
      [
        element(
          'p',
          { ...dirAttribute(name, dir), style: `margin:0;font:700 22px/1.2 ${faces.text}` },
          element('a', { href: `${origin}/`, style: plain }, name),
        ),
      ],
      '0 0 12px',
      { style: `border-bottom:${rule}`, className: ['r'] },
    ),
    row(
      [
        element(
          'p',
          { className: ['m'], style: `margin:0 0 6px;${small}` },
          number,
          `${formatDate(issue.date, issue.lang)} · `,
          page,
        ),
        element(
          'h1',
          {
            ...dirAttribute(title, dir),
            style: `margin:0;font:700 36px/1.15 ${faces.text};color:${light.ink}`,
          },
          title,
        ),
      ],
      '32px 0 28px',
    ),
  ]
}

/** The publication's footer, in Markdown and in its own language; nothing where it has none. */
export function footerRows({ footer, lang, dir }: Publication, put: Dress): Element[] {
  if (!footer.trim()) return []
  const text = markdownToHast(footer, { dir, heading: 2 }).children as ElementContent[]
  const inner = element('div', { lang, dir }, put(text, 'foot'))
  return [row([inner], '20px 0 0', { style: `border-top:${rule}`, className: ['r'] })]
}
