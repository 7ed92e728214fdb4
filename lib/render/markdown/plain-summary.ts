import { cutWords } from '@/lib/render/cut-words'
import { textOf } from '@/lib/render/hast'
import { memoByText } from './memo'
import { markdownToHast } from './to-hast'

const BUDGET = 500_000

// A page says it in its head, to machines and where it is shared.
const summaries = memoByText((text) => {
  const all = markdownToHast(text).children
  const own = all.filter((node) => node.type === 'element' && node.tagName !== 'blockquote')
  const blocks = (own.length > 0 ? own : all).map(textOf)
  return blocks.join(' ').replace(/\s+/g, ' ').trim()
}, BUDGET)

/**
 * The words of a Markdown text in one line, without marks or addresses, cut at a word's end with `…`. Quotes are left
 * out, being others' words, unless there is nothing else.
 */
export function plainSummary(text: string, limit: number): string {
  return cutWords(summaries(text, ''), limit)
}
