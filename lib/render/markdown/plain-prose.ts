import type { BlockContent, PhrasingContent, Root } from 'mdast'

/*
 * Most commentary is paragraphs with a link or two, at times a quote. Markdown's own parser looks at each of its letters in
 * a dozen ways, so such texts are read here in its stead, several times as fast. A text with any sign in it that could
 * mean more is left to the parser; a test holds both to the same tree.
 */

/** Signs that mean something wherever they stand, and what becomes a link by itself. */
const meaning = /[\\`*_~<>|\t\r\0\uFEFF]|&\S|!\[|:\/\/|www\.|@/i
/** How a line begins that may be no paragraph's: a heading, a list, a rule, a table, code, or what Markdown trims. */
const begins = /^(?:[ #+=:-]|\d{1,9}[.)](?: |$))/
/** A link without a title, whose address needs no reading of its own. */
const link = /\[([^[\]^ ](?:[^[\]]*[^[\] ])?)\]\((https?:\/\/[\w\-.~:/?#@!$+,=%&]+)\)/gi

/** The words of a paragraph with its links; null where a sign is left that could mean more. */
function readInline(text: string): PhrasingContent[] | null {
  const nodes: PhrasingContent[] = []
  const isPlain = (words: string) => !meaning.test(words) && !/[[\]]/.test(words)
  let at = 0
  for (const { 0: all, 1: label = '', 2: url = '', index } of text.matchAll(link)) {
    const before = text.slice(at, index)
    if (!isPlain(before) || before.endsWith('!') || !isPlain(label)) return null
    if (before) nodes.push({ type: 'text', value: before })
    nodes.push({ type: 'link', title: null, url, children: [{ type: 'text', value: label }] })
    at = index + all.length
  }
  const rest = text.slice(at)
  if (!isPlain(rest)) return null
  if (rest) nodes.push({ type: 'text', value: rest })
  return nodes
}

function readParagraph(lines: readonly string[]): BlockContent | null {
  if (lines.some((line) => line === '' || line.endsWith(' ') || begins.test(line))) return null
  const children = readInline(lines.join('\n'))
  return children && { type: 'paragraph', children }
}

function readBlock(block: string): BlockContent | null {
  const lines = block.split('\n')
  if (!block.startsWith('> ')) return readParagraph(lines)
  if (!lines.every((line) => line.startsWith('> '))) return null
  const paragraph = readParagraph(lines.map((line) => line.slice(2)))
  return paragraph && { type: 'blockquote', children: [paragraph] }
}

/** Paragraphs, quotes of one paragraph, and plain links, as Markdown's parser reads them; null where it is needed. */
export function readPlainProse(text: string): Root | null {
  const whole = text.replace(/^\n+|\n+$/g, '')
  const children: BlockContent[] = []
  for (const part of whole === '' ? [] : whole.split(/\n{2,}/)) {
    const block = readBlock(part)
    if (!block) return null
    children.push(block)
  }
  return { type: 'root', children }
}
