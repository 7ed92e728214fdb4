import type { Nodes } from 'mdast'
import { emptyItem, type ParsedItem, type Remark } from '@/lib/transfer/schema'
import { type Piece, pieceOf, readItemText } from './item-text'
import { attributedQuote, quoteOf } from './quotes'
import type { MarkdownSource } from './source'

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
  const alone = source.exact && afterRule ? quoteOf(source, nodes) : null
  if (alone) return [alone]
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
