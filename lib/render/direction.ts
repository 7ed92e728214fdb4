import type { Direction } from '@/lib/document/schema'

const rightToLeft = /[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}\p{sc=Adlam}]/u
const letter = /\p{L}/u

/**
 * The direction of a text by its first letter, as `dir="auto"` finds it (Unicode UAX 9, rules P2 and P3), or null
 * where it has no letter. Found here rather than left to `dir="auto"`, because that looks past children that carry
 * a `dir` of their own, and because feeds and mail need it written out.
 */
export function directionOf(text: string): Direction | null {
  const first = letter.exec(text)?.[0]
  if (first === undefined) return null
  return rightToLeft.test(first) ? 'rtl' : 'ltr'
}

/** `{ dir }` where a text runs against the page, nothing where it runs with it. */
export function dirAttribute(text: string, page: Direction): { dir?: Direction } {
  const own = directionOf(text)
  return own && own !== page ? { dir: own } : {}
}
