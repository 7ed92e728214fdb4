import type { Element, ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'

const dash = /^\s*—\s/

function isParagraph(node: ElementContent | undefined): node is Element {
  return node?.type === 'element' && node.tagName === 'p'
}

function isBreak(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && node.tagName === 'br'
}

/** A paragraph's content before its last line and that line, parted at a break or at a line's end inside its text. */
function splitLastLine(children: ElementContent[]): [ElementContent[], ElementContent[]] | null {
  const at = children.findLastIndex(
    (node) => isBreak(node) || (node.type === 'text' && node.value.includes('\n')),
  )
  const node = children[at]
  if (!node) return null
  const line = children.slice(at + 1)
  const kept = children.slice(0, at)
  if (node.type === 'text') {
    const end = node.value.lastIndexOf('\n')
    if (end > 0) kept.push({ ...node, value: node.value.slice(0, end) })
    if (end < node.value.length - 1) line.unshift({ ...node, value: node.value.slice(end + 1) })
  }
  // Markdown's hard break is an element and a line's end: both belong to the parting.
  return [isBreak(kept.at(-1)) ? kept.slice(0, -1) : kept, line]
}

function beginsWithDash(children: ElementContent[]): boolean {
  const first = children[0]
  return first?.type === 'text' && dash.test(first.value)
}

/**
 * Takes the attribution off the end of a quote: its last paragraph, or the last line of that, where it begins with
 * `— `. Returns the inline content with its dash, or null; the quote is changed in place. A quote that
 * is nothing but an attribution is left as it is.
 */
export function takeAttribution(quote: { children: (ElementContent | Root['children'][number])[] }) {
  const at = quote.children.findLastIndex((child) => child.type === 'element')
  const last = quote.children[at] as ElementContent | undefined
  if (!isParagraph(last)) return null
  const earlier = quote.children.slice(0, at).some((child) => child.type === 'element')
  if (earlier && beginsWithDash(last.children)) {
    quote.children.splice(at, 1)
    return last.children
  }
  const lines = splitLastLine(last.children)
  if (!lines || !beginsWithDash(lines[1])) return null
  last.children = lines[0]
  return lines[1]
}

/** Puts the attribution of each blockquote into a `footer` of its own. */
export function rehypeAttribution() {
  return (tree: Root) => {
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'blockquote') return
      const attribution = takeAttribution(node)
      if (attribution) {
        node.children.push({ type: 'element', tagName: 'footer', properties: {}, children: attribution })
      }
    })
  }
}
