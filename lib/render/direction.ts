import type { Direction } from '@/lib/document/schema'

const rightToLeft = /[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}\p{sc=Adlam}]/u
const word = /\p{L}[\p{L}\p{M}\p{N}]*/gu
/** More of a long text says nothing new. */
const LOOKED_AT = 2_000

/**
 * How many of its words a text must have in Hebrew, Arabic or the like to run from right to left: less where the page
 * does too. Such texts hold many foreign names; others hold a word of theirs at most as an example.
 */
const enough: Record<Direction, number> = { rtl: 0.25, ltr: 0.4 }

/**
 * The direction of a text, or null where it has no letter. By the share of its words rather than by its first letter, as
 * `dir="auto"` finds it (Unicode UAX 9, rules P2 and P3): “GitHub تعلن” is Arabic, though it begins with a Latin letter.
 * UAX 9 (HL1) leaves this to those who know more than the letters. Found here rather than in the browser, because feeds
 * and mail need it written out.
 * @param page direction of the page that the text stands on
 */
export function directionOf(text: string, page: Direction = 'ltr'): Direction | null {
  const words = text.slice(0, LOOKED_AT).match(word) ?? []
  if (words.length === 0) return null
  const against = words.filter((found) => rightToLeft.test(found)).length
  return against / words.length >= enough[page] ? 'rtl' : 'ltr'
}

/** `{ dir }` where a text runs against the page, nothing where it runs with it. */
export function dirAttribute(text: string, page: Direction): { dir?: Direction } {
  const own = directionOf(text, page)
  return own && own !== page ? { dir: own } : {}
}
