import { textOf } from '@/lib/render/hast'
import { markdownToHast } from './to-hast'

/**
 * The words of a Markdown text in one line, without marks or addresses, cut at a word's end with `…`. Quotes are left
 * out, being others' words, unless there is nothing else.
 */
export function plainSummary(text: string, limit: number): string {
  const all = markdownToHast(text).children
  const own = all.filter((node) => node.type === 'element' && node.tagName !== 'blockquote')
  const blocks = (own.length > 0 ? own : all).map(textOf)
  const words = blocks.join(' ').replace(/\s+/g, ' ').trim()
  const letters = [...words]
  if (letters.length <= limit) return words
  const cut = letters.slice(0, limit - 1).join('')
  const end = cut.lastIndexOf(' ')
  // A text without spaces (Japanese, one long word) is cut where it stands.
  return `${(end > limit / 2 ? cut.slice(0, end) : cut).replace(/[\s,;:–—-]+$/, '')}…`
}
