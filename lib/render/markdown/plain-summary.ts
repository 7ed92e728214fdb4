import { cutWords } from '@/lib/render/cut-words'
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
  return cutWords(blocks.join(' ').replace(/\s+/g, ' ').trim(), limit)
}
