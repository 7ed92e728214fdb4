import type { List, ListItem, Nodes } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { Layout } from '@/lib/document/schema'
import { emptyItem, type ParsedItem, type Remark } from '@/lib/transfer/schema'
import { leadLink, onlyLinks } from './inline'
import { type Piece, pieceOf, readItemText } from './item-text'
import { quoteOf } from './quotes'
import { endOf, lineOf, type MarkdownSource, sliceOf, startOf } from './source'

/** Whether a list is a list of entries: at least half of its entries begin with a link. */
export function isListOfLinks(source: MarkdownSource, list: List): boolean {
  const linked = list.children.filter((entry) => {
    const [first] = entry.children
    return first?.type === 'paragraph' && leadLink(source, first) !== null
  })
  return linked.length > 0 && linked.length * 2 >= list.children.length
}

/**
 * Rows with a commentary of their own are articles: every entry of a bulleted list has one, or a numbered list is
 * set loosely. Anything else is a compact list.
 */
export function layoutOf(list: List, items: ParsedItem[]): Layout {
  const loose = list.spread === true || list.children.some((entry) => entry.spread === true)
  if (list.ordered) return loose ? 'articles' : 'list'
  return items.length > 2 && items.every((item) => item.blurb !== '') ? 'articles' : 'list'
}

/** A comment that is the one entry of a list under a row stands for its paragraphs. */
function commentPieces(source: MarkdownSource, blocks: Nodes[]): Piece[] {
  return blocks.flatMap((block) => {
    const [only] = block.type === 'list' ? block.children : []
    if (source.exact || block.type !== 'list' || block.children.length !== 1 || !only)
      return [pieceOf(source, block)]
    const [first] = only.children
    const isComment = first?.type === 'paragraph' && leadLink(source, first) === null
    return isComment ? only.children.map((child) => pieceOf(source, child)) : [pieceOf(source, block)]
  })
}

/** What follows the link on its own line: marks are dropped, `by …` is the byline, links are more links. */
function readRest(source: MarkdownSource, item: ParsedItem, rest: string, nodes: Nodes[]): string {
  const links = nodes.length > 0 ? onlyLinks(source, nodes) : null
  if (links) {
    item.links.push(...links)
    return ''
  }
  if (!/[\p{L}\p{N}]/u.test(rest)) {
    const marks = rest.replace(/[\s.,;:·|–—-]/g, '')
    if (marks) item.headline = `${item.headline ?? ''} ${marks}`.trim()
    return ''
  }
  const bare = rest.replace(/^\s*(?:[.,;:·|–—-]+\s+|[.,;:]\s*$)/, '').trim()
  const [line = '', ...more] = bare.split('\n')
  if (/^by\s+\S+(?:\s+\S+){0,7}$/.test(line.trim()) && !/[.!?]$/.test(line.trim())) {
    item.byline = line.trim()
    return more.join('\n').trim()
  }
  return bare
}

function readRow(source: MarkdownSource, entry: ListItem, unsure: Remark[]): ParsedItem {
  const [first, ...others] = entry.children
  const lead = first?.type === 'paragraph' ? leadLink(source, first) : null
  const quote = source.exact && first ? quoteOf(source, entry.children) : null
  if (quote) return quote
  if (first?.type !== 'paragraph' || !lead) {
    const item = emptyItem('note', lineOf(entry))
    const isPlain = first?.type === 'paragraph' && first.children.every((node) => node.type === 'text')
    const name = isPlain ? plainText(first).trim() : ''
    const isName = name !== '' && name.length <= 80 && !/[.!?:]$|\n/.test(name)
    if (isName) item.headline = name
    readItemText(source, item, commentPieces(source, isName ? others : entry.children), unsure)
    return item
  }
  const item = emptyItem('link', lineOf(entry))
  item.headline = [lead.prefix, lead.link.text].filter(Boolean).join(' ')
  item.url = lead.link.url
  const after = first.children.filter((node) => startOf(node) >= lead.link.end)
  const rest = readRest(source, item, sliceOf(source, lead.link.end, endOf(first), after), after)
  const pieces = commentPieces(source, others)
  if (rest) pieces.unshift({ text: rest, node: null, line: lineOf(first) })
  readItemText(source, item, pieces, unsure)
  return item
}

/** The entries of a list as items; nested comments stay with their row. */
export function readRows(source: MarkdownSource, list: List, unsure: Remark[]): ParsedItem[] {
  return list.children
    .map((entry) => readRow(source, entry, unsure))
    .filter((item) => item.headline !== null || item.blurb !== '')
}
