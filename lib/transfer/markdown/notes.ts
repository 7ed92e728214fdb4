import type { Nodes } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { emptyItem, type ParsedItem, type Remark } from '@/lib/transfer/schema'
import { attributionOf, type Piece, pieceOf, readItemText, unquote } from './item-text'
import { childrenOf, lineOf, type MarkdownSource, sourceOf } from './source'

/** A quote whose last paragraph says whose words it is; null for any other block. */
function attributedQuote(
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

function noteOf(source: MarkdownSource, pieces: Piece[], unsure: Remark[]): ParsedItem[] {
  const [first] = pieces
  if (!first) return []
  const item = emptyItem('note', first.line)
  readItemText(source, item, pieces, unsure)
  return item.blurb || item.credit || item.disclosure ? [item] : []
}

/**
 * Text that stands in a section by itself. From a rule to the next rule or heading it is one note, quotes and all,
 * unless it is a single quote; without a rule, each quote with an attribution is an item and what is between them a note.
 */
export function readNotes(
  source: MarkdownSource,
  nodes: Nodes[],
  afterRule: boolean,
  unsure: Remark[],
): ParsedItem[] {
  const whole = nodes[0] ? attributedQuote(source, nodes[0], nodes[1]) : null
  if (afterRule && whole?.took !== nodes.length) {
    return noteOf(
      source,
      nodes.map((node) => pieceOf(source, node)),
      unsure,
    )
  }
  const items: ParsedItem[] = []
  let pieces: Piece[] = []
  for (let at = 0; at < nodes.length; ) {
    const node = nodes[at] as Nodes
    const quote = attributedQuote(source, node, nodes[at + 1])
    if (quote) {
      items.push(...noteOf(source, pieces, unsure), quote.item)
      pieces = []
    } else pieces.push(pieceOf(source, node))
    at += quote?.took ?? 1
  }
  return [...items, ...noteOf(source, pieces, unsure)]
}
