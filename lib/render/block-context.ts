import { type Tongue, tongueIn } from '@/lib/document/language'
import type { Direction, DocumentItem } from '@/lib/document/schema'
import type { ReaderOptions } from './markdown/rehype-reader'
import type { Words } from './words/words'
import { spoken, wordsOf } from './words/words-of'

/**
 * Where a block stands: the language and direction around it, the words of ours for it, the level of headlines, and for
 * an old issue the date of which its links have copies.
 */
export type BlockContext = Tongue & { words: Words; level: Level; copiesOf: string | null }

/** 1 on an item's own page. */
type Level = 1 | 2 | 3

const contexts = new Map<string, BlockContext>()
/** A page has two or three; what is typed into a language field in the studio must not gather. */
const MOST_CONTEXTS = 100

function contextFor({ lang, dir, words, level, copiesOf }: BlockContext): BlockContext {
  const key = `${lang} ${dir} ${words.lang} ${level} ${copiesOf}`
  const context = contexts.get(key) ?? { lang, dir, words, level, copiesOf }
  if (contexts.size >= MOST_CONTEXTS) contexts.clear()
  contexts.set(key, context)
  return context
}

/**
 * The context of a section's items: always the same object, so that unchanged items needn't render again.
 * @param copiesOf date of an issue that is so old that its links may be gone (`datesCopies`)
 */
export function contextOf(
  section: { title: string | null },
  issue: Tongue,
  copiesOf: string | null = null,
): BlockContext {
  const { lang, dir } = issue
  return contextFor({ lang, dir, words: wordsOf(lang), level: section.title ? 3 : 2, copiesOf })
}

/**
 * The issue's date, where that was more than a year ago on the day given: from then on each link has a copy beside it,
 * as it was when the issue came out. Null before.
 * @param today calendar date
 */
export function datesCopies(date: string, today: string | undefined): string | null {
  const yearLater = `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`
  return today !== undefined && yearLater < today ? date : null
}

/** The context of an item on its own page. @param copiesOf see `contextOf` */
export function contextAlone({ lang, dir }: Tongue, copiesOf: string | null): BlockContext {
  return contextFor({ lang, dir, words: wordsOf(lang), level: 1, copiesOf })
}

type OwnTongue = Pick<DocumentItem, 'lang' | 'dir'>

/** The context of an item's own texts: that of its section, but for a language or direction of its own. */
export function contextIn(context: BlockContext, item: OwnTongue): BlockContext {
  if (item.lang === null && item.dir === null) return context
  return contextFor({ ...context, ...tongueIn(context, item) })
}

/** `lang` and `dir` for the element around an item's texts, where they aren't those of the page around it. */
export function tongueAttributes(context: BlockContext, item: OwnTongue): { lang?: string; dir?: Direction } {
  const own = contextIn(context, item)
  return {
    ...(own.lang === context.lang ? {} : { lang: own.lang }),
    ...(own.dir === context.dir ? {} : { dir: own.dir }),
  }
}

const headingUnder = { 1: 2, 2: 3, 3: 4 } as const

/** How a text under a headline is rendered: its own headings go one level below. */
export function underHeadline({ dir, level }: BlockContext): Partial<ReaderOptions> {
  return { dir, heading: headingUnder[level] }
}

/** How a text right under the issue's title is rendered. */
export function underTitle(dir: Direction): Partial<ReaderOptions> {
  return { dir, heading: 2 }
}

/** Fragment that leads to an item; stable, since an item keeps its id through every edition. */
export function itemAnchor(id: string): string {
  return `item-${id}`
}

/** What a screen reader says of the “#” that leads to an item, which may have no headline; and in which language. */
export function anchorLabel(item: { headline: string | null; kind: string }, context: BlockContext) {
  const { words } = context
  const name = item.headline ?? (item.kind === 'quote' ? words.thisQuote : words.thisNote)
  return { 'aria-label': words.linkTo(name), ...spoken(words, context) }
}
