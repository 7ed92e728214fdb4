import type { ElementContent, Root } from 'hast'
import { takeAttribution } from './rehype-attribution'
import type { ReaderOptions } from './rehype-reader'
import { markdownToHast } from './to-hast'

export type QuoteParts = { quote: Root; attribution: ElementContent[] | null }

/**
 * A quote's blurb parted into the quote and its attribution (null where it has none). The quote may have been written
 * with `>`: one level of it is the quote itself.
 */
export function partQuote(blurb: string, options: Partial<ReaderOptions> = {}): QuoteParts {
  const tree = markdownToHast(blurb, options)
  const elements = tree.children.filter((child) => child.type === 'element')
  const only = elements.length === 1 ? elements[0] : undefined
  const quote: Root = only?.tagName === 'blockquote' ? { type: 'root', children: only.children } : tree
  const footer = quote.children.findIndex((child) => child.type === 'element' && child.tagName === 'footer')
  if (footer >= 0) {
    const [taken] = quote.children.splice(footer, 1)
    return { quote, attribution: taken?.type === 'element' ? taken.children : null }
  }
  return { quote, attribution: takeAttribution(quote) }
}
