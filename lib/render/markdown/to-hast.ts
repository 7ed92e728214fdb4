import type { Root } from 'hast'
import rehypeSanitize from 'rehype-sanitize'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { depthOf } from '@/lib/render/hast'
import { htmlAsText, remarkPlainFootnotes } from './literal-source'
import { readPlainProse } from './plain-prose'
import { rehypeAttribution } from './rehype-attribution'
import { type ReaderOptions, rehypeReader } from './rehype-reader'
import { sanitizeSchema } from './sanitize-schema'

/** Deeper than this is no commentary but an attack on the stack; it is shown as plain paragraphs. */
const MAX_DEPTH = 60
/** A line that opens more quotes and lists than that is not even parsed: the time grows with their square. */
const tooNested = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t>]))){50}/m

const defaults: ReaderOptions = { sponsored: false, dir: 'ltr', heading: 4 }

function makeProcessor(options: ReaderOptions) {
  return unified()
    .use(remarkParse)
    .use(remarkGfm, { singleTilde: false })
    .use(remarkPlainFootnotes)
    .use(remarkRehype, { handlers: { html: htmlAsText } })
    .use(rehypeReader, options)
    .use(rehypeAttribution)
    .use(rehypeSanitize, sanitizeSchema)
    .freeze()
}

const processors = new Map<string, ReturnType<typeof makeProcessor>>()

function processorFor(options: ReaderOptions) {
  const key = JSON.stringify([options.sponsored, options.dir, options.heading])
  const found = processors.get(key) ?? makeProcessor(options)
  processors.set(key, found)
  return found
}

function asPlainParagraphs(text: string): Root {
  const paragraphs = text.split(/\n{2,}/)
  return {
    type: 'root',
    children: paragraphs.map((value) => ({
      type: 'element',
      tagName: 'p',
      properties: {},
      children: [{ type: 'text', value }],
    })),
  }
}

/**
 * Markdown (CommonMark with GFM's tables, strikethrough, task lists and bare addresses) to a sanitised tree. Never
 * throws: a text that nests too deep to render comes back as plain paragraphs.
 */
export function markdownToHast(text: string, options: Partial<ReaderOptions> = {}): Root {
  const processor = processorFor({ ...defaults, ...options })
  const prose = readPlainProse(text)
  if (prose) return processor.runSync(prose) as Root
  if (tooNested.test(text)) return asPlainParagraphs(text)
  const tree = processor.parse(text)
  if (depthOf(tree) > MAX_DEPTH) return asPlainParagraphs(text)
  return processor.runSync(tree) as Root
}

/** The content of a one-line field (byline, credit, disclosure): its paragraphs' content, one after the other. */
export function inlineChildren(root: Root): Root['children'] {
  const blocks = root.children.filter((child) => child.type === 'element')
  return blocks.flatMap((block, index): Root['children'] => {
    const inner = block.tagName === 'p' ? block.children : [block]
    return index === 0 ? inner : [{ type: 'text', value: ' ' }, ...inner]
  })
}
