import type { ElementContent } from 'hast'
import type { Html, Parents, Root } from 'mdast'
import { visit } from 'unist-util-visit'

/**
 * HTML in Markdown is never HTML here. It is shown as it was written, so that `Vec<String>` is not lost from a
 * sentence; a comment shows nothing, and `<br>` breaks the line, as their writers meant.
 */
export function htmlAsText(
  _state: unknown,
  node: Html,
  parent: Parents | undefined,
): ElementContent | undefined {
  if (/^<!--[\s\S]*-->$/.test(node.value)) return undefined
  if (/^<br\s*\/?>$/i.test(node.value))
    return { type: 'element', tagName: 'br', properties: {}, children: [] }
  const text: ElementContent = { type: 'text', value: node.value }
  if (parent?.type === 'paragraph' || parent?.type === 'heading' || parent?.type === 'tableCell') return text
  const phrasing = ['emphasis', 'strong', 'delete', 'link', 'linkReference']
  if (parent && phrasing.includes(parent.type)) return text
  return { type: 'element', tagName: 'p', properties: {}, children: [text] }
}

/**
 * Footnotes would need ids, and a page holds many blurbs: a reference and its note stay as they were written.
 */
export function remarkPlainFootnotes() {
  return (tree: Root) => {
    visit(tree, (node, index, parent) => {
      if (!parent || index === undefined) return
      if (node.type === 'footnoteReference')
        parent.children[index] = { type: 'text', value: `[^${node.label ?? node.identifier}]` }
      if (node.type === 'footnoteDefinition') {
        const label = `[^${node.label ?? node.identifier}]: `
        const [first, ...rest] = node.children
        const opening =
          first?.type === 'paragraph'
            ? { ...first, children: [{ type: 'text' as const, value: label }, ...first.children] }
            : { type: 'paragraph' as const, children: [{ type: 'text' as const, value: label }] }
        const replaced = first?.type === 'paragraph' ? [opening, ...rest] : [opening, ...node.children]
        parent.children.splice(index, 1, ...replaced)
      }
    })
  }
}
