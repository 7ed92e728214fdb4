import type { Direction, IssueDocument } from '@/lib/document/schema'
import type { PublicationView } from '@/lib/publication/schema'
import { accentsOf } from '@/lib/render/accent'
import { formatDate } from '@/lib/render/dates'
import { hostOf } from '@/lib/render/href'

/** What Open Graph's readers expect of a large picture. */
export const CARD_WIDTH = 1200
export const CARD_HEIGHT = 630

/** What a card shows. Texts are plain and hold nothing that our fonts can't draw; empty ones are left out. */
export type Card = {
  name: string
  title: string
  /** A date in words, or what the publication is about. */
  line: string
  headlines: string[]
  host: string
  dir: Direction
  lang: string
  /** `#rrggbb`. */
  accent: string
}

type Shown = Pick<PublicationView, 'name' | 'tagline' | 'lang' | 'dir' | 'accentLight' | 'accentDark'>

const HEADLINES = 4
const LONGEST_TITLE = 120
const LONGEST_HEADLINE = 64

/** Scripts that the fonts of lib/cards/fonts.ts have, and the marks and figures that they share. */
const drawable =
  /[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Inherited}\p{P}\p{Nd}\p{Sc}\p{Zs}+<=>^`|~©®™°№ーｰ]/u
const letters = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0

/**
 * The text as our fonts can draw it, in one line: without emoji and without scripts they lack. Empty where that would
 * leave less than half of its letters, since a text full of holes says nothing.
 */
export function drawableText(text: string): string {
  const kept = [...text].filter((char) => drawable.test(char)).join('')
  const line = kept.replace(/\s+/g, ' ').trim()
  return letters(line) * 2 < letters(text) || letters(line) === 0 ? '' : line
}

/** Cut at a word's end with `…`, or where it stands in a text without spaces. */
function cut(text: string, limit: number): string {
  const chars = [...text]
  if (chars.length <= limit) return text
  const head = chars.slice(0, limit - 1).join('')
  const end = head.lastIndexOf(' ')
  return `${(end > limit / 2 ? head.slice(0, end) : head).replace(/[\s,;:–—-]+$/, '')}…`
}

function frameOf(publication: Shown, origin: string) {
  const { name, lang, dir } = publication
  const { light: accent } = accentsOf(publication)
  return { name: cut(drawableText(name), LONGEST_HEADLINE), lang, dir, accent, host: hostOf(origin) }
}

/** The card of an issue. */
export function issueCard(publication: Shown, { issue, sections }: IssueDocument, origin: string): Card {
  const items = sections.flatMap((section) => section.items)
  const headlines = items.map(({ headline }) => cut(drawableText(headline ?? ''), LONGEST_HEADLINE))
  const frame = frameOf(publication, origin)
  const title = cut(drawableText(issue.title), LONGEST_TITLE)
  return {
    ...frame,
    dir: issue.dir,
    lang: issue.lang,
    title: title || (issue.number === null ? frame.host : `#${issue.number}`),
    line: drawableText(formatDate(issue.date, issue.lang)),
    headlines: headlines.filter(Boolean).slice(0, HEADLINES),
  }
}

/** The card of every page that is no issue's: what the publication is called, and what it is about. */
export function publicationCard(publication: Shown, origin: string): Card {
  const frame = frameOf(publication, origin)
  const line = cut(drawableText(publication.tagline), LONGEST_TITLE)
  return { ...frame, name: '', title: frame.name || frame.host, line, headlines: [] }
}
