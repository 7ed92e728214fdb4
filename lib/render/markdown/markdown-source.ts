import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'

function makeWriter() {
  return unified()
    .use(remarkGfm)
    .use(remarkStringify, { bullet: '-', rule: '*', resourceLink: true, listItemIndent: 'one' })
    .freeze()
}

function makeReader() {
  return unified().use(remarkParse).use(remarkGfm).freeze()
}

// Made when first needed, so that the preview's bundle can leave them out.
let writer: ReturnType<typeof makeWriter> | undefined
let reader: ReturnType<typeof makeReader> | undefined

function write(node: RootContent): string {
  writer ??= makeWriter()
  return writer.stringify({ type: 'root', children: [node] } satisfies Root).trim()
}

function words(text: string, url: string | null): PhrasingContent[] {
  const label: PhrasingContent = { type: 'text', value: text.replace(/\s+/g, ' ') }
  return url ? [{ type: 'link', url, children: [label] }] : [label]
}

/** A plain text as a Markdown heading, linked where it has an address; marks in it are escaped. */
export function writeHeading(depth: 2 | 3 | 4, text: string, url: string | null = null): string {
  return write({ type: 'heading', depth, children: words(text, url) })
}

/** A plain text as a Markdown line, linked where it has an address; marks in it are escaped. */
export function writeLine(text: string, url: string | null = null): string {
  return write({ type: 'paragraph', children: words(text, url) })
}

/** A picture with its description as a Markdown line of its own. */
export function writeImage(alt: string, url: string): string {
  const image: PhrasingContent = { type: 'image', url, alt: alt.replace(/\s+/g, ' ') }
  return write({ type: 'paragraph', children: [image] })
}

/** A one-line Markdown text set in italics, by the mark that it doesn't use itself. */
export function writeItalics(markdown: string): string {
  const mark = markdown.includes('*') ? '_' : '*'
  const paragraphs = markdown.trim().split(/\n{2,}/)
  return paragraphs.map((paragraph) => `${mark}${paragraph.trim()}${mark}`).join('\n\n')
}

/** A text under a bullet or in a quote: each line behind a prefix. Spaces that end a line may be a hard break. */
export function prefixLines(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => {
      const prefix = index === 0 ? first : rest
      return line.trim() === '' ? prefix.trimEnd() : `${prefix}${line}`
    })
    .join('\n')
}

type Placed = Extract<Nodes, { type: 'heading' | 'thematicBreak' }>

function replacementFor(node: Placed, source: string): string | null {
  if (node.type === 'thematicBreak') return source.trim().replace(/[*_-]/g, '\\$&')
  if (node.depth > 3) return null
  const text = source.replace(/^\s*#{1,6}[ \t]*/, '').replace(/\n[ \t]*(=+|-+)[ \t]*$/, '')
  return `#### ${text.replace(/\n/g, ' ')}`
}

/**
 * A text as written, but for what would part the issue where it is only part of a text: its headings go to the fourth
 * level, which is how readers see them too, and a rule becomes its three signs.
 */
export function insideItem(markdown: string): string {
  const text = markdown.replace(/\r\n?/g, '\n').trim()
  let out = text
  reader ??= makeReader()
  for (const node of [...reader.parse(text).children].reverse()) {
    if (node.type !== 'heading' && node.type !== 'thematicBreak') continue
    const start = node.position?.start.offset ?? 0
    const end = node.position?.end.offset ?? 0
    const replacement = replacementFor(node, text.slice(start, end))
    if (replacement !== null) out = out.slice(0, start) + replacement + out.slice(end)
  }
  return out
}
