import type { Element, ElementContent, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import type { Direction } from '@/lib/document/schema'
import { dirAttribute } from '@/lib/render/direction'
import { textOf } from '@/lib/render/hast'
import { hostOf, safeHref } from '@/lib/render/href'

export type ReaderOptions = {
  /** Links are a sponsor's (`rel="sponsored"`). */
  sponsored: boolean
  /** Direction of the page that the text stands in. */
  dir: Direction
  /** The highest level that a heading inside the text may have on the page. */
  heading: 2 | 3 | 4
}

const directed = new Set(['p', 'li', 'blockquote', 'footer', 'h2', 'h3', 'h4', 'h5', 'h6', 'table'])

/** No pictures for now: an image is a link to it under its description, or inside a link the description alone. */
function imageAsLink(image: Element, insideLink: boolean): ElementContent {
  const address = String(image.properties.src ?? '')
  const label = String(image.properties.alt ?? '').trim() || hostOf(address)
  const text: ElementContent = { type: 'text', value: label }
  if (insideLink) return text
  return { type: 'element', tagName: 'a', properties: { href: address }, children: [text] }
}

function checkbox(input: Element): ElementContent {
  return { type: 'text', value: input.properties.checked ? '☑' : '☐' }
}

/** Makes Markdown's tree fit a reader's page: levels of headings, links, pictures, task lists, directions. */
export function rehypeReader({ sponsored, dir, heading }: ReaderOptions) {
  const rel = sponsored ? ['sponsored', 'noopener'] : ['noopener']
  return (tree: Root) => {
    const links = new Set<unknown>()
    visit(tree, 'element', (node, index, parent) => {
      if (!parent || index === undefined) return
      if (links.has(parent)) links.add(node)
      if (node.tagName === 'input') {
        parent.children[index] = checkbox(node)
        return SKIP
      }
      if (node.tagName === 'img') {
        parent.children[index] = imageAsLink(node, links.has(parent))
        return index
      }
      if (node.tagName === 'a') {
        const href = safeHref(String(node.properties.href ?? ''))
        if (!href) {
          parent.children.splice(index, 1, ...node.children)
          return index
        }
        links.add(node)
        node.properties = { ...node.properties, href, rel }
      }
      const level = /^h([1-6])$/.exec(node.tagName)?.[1]
      if (level) node.tagName = `h${Math.max(Number(level), heading)}`
    })
    setDirections(tree, dir)
  }
}

/** Writes a block's direction where it differs from that of the block it stands in. */
function setDirections(node: Root | Element, dir: Direction): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue
    const own = directed.has(child.tagName) ? dirAttribute(textOf(child), dir) : {}
    Object.assign(child.properties, own)
    setDirections(child, own.dir ?? dir)
  }
}
