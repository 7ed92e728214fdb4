import type { Element, ElementContent, Root } from 'hast'
import type { Root as Markdown } from 'mdast'
import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import { readWordLists } from './word-lists'

const DROPPED = [
  'style',
  'script',
  'meta',
  'link',
  'title',
  'head',
  'img',
  'svg',
  'iframe',
  'object',
  'noscript',
]

const styleOf = ({ properties }: Element) =>
  String(properties.style ?? '')
    .replace(/\s/g, '')
    .toLowerCase()

/** What Google’s documents wrap around every address. */
function plainAddress(href: string): string | null {
  try {
    const url = new URL(href)
    const target =
      /(^|\.)google\.[a-z.]+$/.test(url.hostname) && url.pathname === '/url' && url.searchParams.get('q')
    if (target) return plainAddress(target)
    return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? href : null
  } catch {
    return null
  }
}

const wrap = (tagName: string, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
})

/** Documents say bold and italic by style, and un-say it the same way; Word's own `mso-…` styles say nothing of it. */
function meaningOf(node: Element): ElementContent[] | null {
  const style = styleOf(node)
  if (node.tagName === 'b' || node.tagName === 'strong') {
    return /(^|;)font-weight:(normal|400)/.test(style) ? node.children : null
  }
  if (node.tagName === 'a') {
    const href = plainAddress(String(node.properties.href ?? ''))
    if (!href) return node.children
    node.properties = { href }
    return null
  }
  if (node.tagName !== 'span' && node.tagName !== 'font' && !node.tagName.includes(':')) return null
  const bold = /(^|;)font-weight:(bold|[6-9]00)/.test(style)
  const italic = /(^|;)font-style:italic/.test(style)
  const inner = italic ? [wrap('em', node.children)] : node.children
  return bold ? [wrap('strong', inner)] : inner
}

/** Takes away what a browser or a word processor adds to a copied text, and keeps what it means. */
function cleanPasted() {
  return (tree: Root) => {
    visit(tree, (node, index, parent) => {
      if (index === undefined || !parent) return undefined
      if (node.type === 'comment' || (node.type === 'element' && DROPPED.includes(node.tagName))) {
        parent.children.splice(index, 1)
        return [SKIP, index]
      }
      if (node.type !== 'element') return undefined
      const instead = meaningOf(node)
      if (!instead) return undefined
      parent.children.splice(index, 1, ...instead)
      return [SKIP, index]
    })
  }
}

/** Google’s documents put each entry in a paragraph; a list whose entries have one each needs no lines between them. */
function closeLists() {
  return (tree: Markdown) => {
    visit(tree, 'list', (list) => {
      const paragraphs = list.children.map(
        ({ children }) => children.filter(({ type }) => type !== 'list').length,
      )
      if (paragraphs.some((count) => count > 1)) return
      list.spread = false
      for (const entry of list.children) entry.spread = false
    })
  }
}

const processor = unified()
  .use(rehypeParse, { fragment: true })
  .use(readWordLists)
  .use(cleanPasted)
  .use(rehypeRemark)
  .use(closeLists)
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-', listItemIndent: 'one' })

/** Code, which is as it is, or an `&` that was escaped and begins no character reference (CommonMark 0.31, 2.5). */
const escapes = /(`+)[^`][\s\S]*?\1(?!`)|\\&(?!#?\w+;)/g

/** Takes back what need not be escaped: `R\&D` and the parameters of an address look broken to who knows no Markdown. */
const spare = (markdown: string) => markdown.replace(escapes, (found) => (found === '\\&' ? '&' : found))

/** Rich text from the clipboard as Markdown: links, lists, quotes, emphasis and headings; nothing that runs. */
export function htmlToMarkdown(html: string): string {
  const fragment = /<!--StartFragment-->([\s\S]*?)<!--EndFragment-->/.exec(html)?.[1] ?? html
  return spare(String(processor.processSync(fragment)).replace(/\u00a0(?= )|(?<= )\u00a0/g, '')).trim()
}
