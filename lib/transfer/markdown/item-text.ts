import type { Nodes } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { readTongue } from '@/lib/document/tongue-mark'
import { cutGluedRemark, type Remarked, remarkOfItalics, remarkOfPlain } from '@/lib/transfer/remarks-in-text'
import type { ParsedItem, Remark } from '@/lib/transfer/schema'
import { italicsOf, onlyLinks } from './inline'
import { childrenOf, lineOf, type MarkdownSource, sourceOf } from './source'

/** A block of an item's text. `node` is null for the rest of a line that began with a link. */
export type Piece = { text: string; node: Nodes | null; line: number }

/** As many as an item can have (lib/issues/schema). */
const MOST_LINKS = 20
const attribution = /^(?:—|–|--|―|~)\s*(?=\S)/
const byline =
  /^(?:by\s)?\p{Lu}[^\s—]*(?:\s(?:[^\s—.!?]+|\p{Lu}\.)){0,5}\s—\s\p{Lu}[^—.!?\n]{1,60}(?:\.\p{L}{2,})?$/u

const byName = /^by \p{Lu}\S*(?: \S+){0,5}(?<![.!?:])$/u

export function pieceOf(source: MarkdownSource, node: Nodes): Piece {
  return { text: sourceOf(source, node), node, line: lineOf(node) }
}

function isByline(text: string): boolean {
  return text.length <= 120 && (byline.test(text) || byName.test(text))
}

function add(item: ParsedItem, field: Remarked | 'byline', text: string) {
  item[field] = item[field] === null ? text : `${item[field]}\n\n${text}`
}

function lastLinesOf(item: ParsedItem, text: string): string {
  const kept: string[] = []
  for (const line of text.split('\n')) {
    const bare = line.trim()
    const remark = remarkOfPlain(bare)
    if (remark) add(item, remark, bare)
    else kept.push(line)
  }
  const joined = kept.join('\n')
  const cut = cutGluedRemark(joined)
  if (!cut) return joined
  add(item, remarkOfPlain(cut.remark) ?? 'credit', cut.remark)
  return cut.text
}

/** Reads one paragraph; what is left of it for the blurb, or null. */
function readParagraph(
  source: MarkdownSource,
  item: ParsedItem,
  piece: Piece,
  unsure: Remark[],
): string | null {
  const italics = piece.node && italicsOf(source, piece.node)
  if (italics) {
    const remark = remarkOfItalics(italics)
    if (remark) {
      add(item, remark, italics)
      return null
    }
    unsure.push({
      line: piece.line,
      text: piece.text,
      why: 'in italics, but neither a credit nor a disclosure',
    })
    return piece.text
  }
  const plain = piece.node ? plainText(piece.node) : piece.text
  if (isByline(plain)) {
    add(item, 'byline', piece.text)
    return null
  }
  return (source.exact ? piece.text : lastLinesOf(item, piece.text)).trimEnd() || null
}

/**
 * In our own form the lines in italics at an item's end are its credit and its disclosure, whatever they say; what the
 * words don't tell is taken for the credit, if that is still missing, and noted.
 */
function creditAtEnd(source: MarkdownSource, pieces: Piece[], unsure: Remark[]): Piece | null {
  const isItalic = (piece: Piece) => piece.node !== null && italicsOf(source, piece.node) !== null
  const from = pieces.findLastIndex((piece) => !isItalic(piece)) + 1
  const [first, ...others] = pieces.slice(from)
  const text = first?.node ? italicsOf(source, first.node) : null
  if (!source.exact || from === 0 || !first || text === null || remarkOfItalics(text) !== null) return null
  const remarks = others.map((piece) => remarkOfItalics((piece.node && italicsOf(source, piece.node)) ?? ''))
  if (remarks.some((remark) => remark !== 'disclosure')) return null
  unsure.push({ line: first.line, text, why: 'in italics at the end, so taken for the credit' })
  return first
}

/** Takes the comment that names an item's language and direction. */
function takeTongue(item: ParsedItem, piece: Piece): boolean {
  const tongue = piece.node?.type === 'html' ? readTongue(piece.text) : null
  if (tongue) Object.assign(item, tongue)
  return tongue !== null
}

/** An address alone in an item without a headline is the item's own. */
function ownAddress(item: ParsedItem, piece: Piece): string | null {
  if (item.headline !== null || item.url !== null || piece.node?.type !== 'paragraph') return null
  return /^https?:\/\/\S+$/.test(piece.text) ? piece.text : null
}

/**
 * Puts the blocks under a headline where they belong: credit and disclosure from lines in italics or in set phrases,
 * the byline from `Name — Organisation`, more links from a line of nothing but links right under the headline, and
 * all else, as written, into the blurb.
 */
export function readItemText(source: MarkdownSource, item: ParsedItem, blocks: Piece[], unsure: Remark[]) {
  const pieces = source.exact ? blocks.filter((piece) => !takeTongue(item, piece)) : blocks
  const blurb: string[] = []
  const credit = creditAtEnd(source, pieces, unsure)
  for (const [index, piece] of pieces.entries()) {
    const isText = piece.node === null || piece.node.type === 'paragraph'
    const hasLinks = index === 0 && piece.node !== null && isText && (item.url !== null || source.exact)
    const address = source.exact ? ownAddress(item, piece) : null
    const links =
      hasLinks && piece.node && address === null ? onlyLinks(source, childrenOf(piece.node)) : null
    if (links && links.length <= MOST_LINKS) item.links.push(...links)
    else if (address !== null) item.url = address
    else if (piece === credit) add(item, 'credit', italicsOf(source, piece.node as Nodes) ?? '')
    else {
      const kept = isText ? readParagraph(source, item, piece, unsure) : piece.text
      if (kept) blurb.push(kept)
    }
  }
  item.blurb = blurb.join('\n\n').replace(/^\n+/, '')
}

/** Whether a paragraph says whose words the quote before it was; the line with its mark made `— `, or null. */
export function attributionOf(text: string): string | null {
  return attribution.test(text) && text.length <= 300 ? text.replace(attribution, '— ') : null
}

/** A blockquote's text without its marks. */
export function unquote(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/^ {0,3}> ?/, ''))
    .join('\n')
    .trim()
}
