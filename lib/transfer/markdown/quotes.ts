import type { Nodes } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { emptyItem, type ParsedItem } from '@/lib/transfer/schema'
import { attributionOf, pieceOf, readItemText, unquote } from './item-text'
import { childrenOf, lineOf, type MarkdownSource, sourceOf } from './source'

/** A quote whose last paragraph says whose words it is; null for any other block. */
export function attributedQuote(
  source: MarkdownSource,
  node: Nodes,
  next: Nodes | undefined,
): { item: ParsedItem; took: number } | null {
  if (node.type !== 'blockquote') return null
  const item = emptyItem('quote', lineOf(node))
  const text = unquote(sourceOf(source, node))
  const last = childrenOf(node).at(-1)
  if (childrenOf(node).length > 1 && last?.type === 'paragraph' && attributionOf(plainText(last))) {
    item.blurb = text
    return { item, took: 1 }
  }
  const line = next?.type === 'paragraph' ? attributionOf(sourceOf(source, next)) : null
  if (line === null) return null
  item.blurb = `${text}\n\n${line}`
  return { item, took: 2 }
}

/** In our own form: one quote that stands by itself, with no more than an item's remarks under it; null otherwise. */
export function quoteOf(source: MarkdownSource, nodes: Nodes[]): ParsedItem | null {
  const [first, ...others] = nodes
  if (first?.type !== 'blockquote') return null
  const item = emptyItem('quote', lineOf(first))
  const pieces = others.map((node) => pieceOf(source, node))
  readItemText(source, item, pieces, [])
  if (item.blurb !== '') return null
  item.blurb = unquote(sourceOf(source, first))
  return item
}
