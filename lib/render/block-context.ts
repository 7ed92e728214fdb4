import { type Tongue, tongueIn } from '@/lib/document/language'
import type { Direction, DocumentItem } from '@/lib/document/schema'
import type { ReaderOptions } from './markdown/rehype-reader'
import type { Words } from './words/words'
import { spoken, wordsOf } from './words/words-of'

/** Where a block stands: the language and direction around it, the words of ours for it, and the level of headlines. */
export type BlockContext = Tongue & { words: Words; level: Level }

/** 1 on an item's own page. */
type Level = 1 | 2 | 3

const contexts = new Map<string, BlockContext>()
/** A page has two or three; what is typed into a language field in the studio must not gather. */
const MOST_CONTEXTS = 100

function contextFor({ lang, dir }: Tongue, words: Words, level: Level): BlockContext {
  const key = `${lang} ${dir} ${words.lang} ${level}`
  const context = contexts.get(key) ?? { lang, dir, words, level }
  if (contexts.size >= MOST_CONTEXTS) contexts.clear()
  contexts.set(key, context)
  return context
}

/** The context of a section's items: always the same object, so that unchanged items needn't render again. */
export function contextOf(section: { title: string | null }, issue: Tongue): BlockContext {
  return contextFor(issue, wordsOf(issue.lang), section.title ? 3 : 2)
}

/** The context of an item on its own page. */
export function contextAlone(around: Tongue): BlockContext {
  return contextFor(around, wordsOf(around.lang), 1)
}

type OwnTongue = Pick<DocumentItem, 'lang' | 'dir'>

/** The context of an item's own texts: that of its section, but for a language or direction of its own. */
export function contextIn(context: BlockContext, item: OwnTongue): BlockContext {
  if (item.lang === null && item.dir === null) return context
  return contextFor(tongueIn(context, item), context.words, context.level)
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
