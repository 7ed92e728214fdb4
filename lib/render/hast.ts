import type { Element, ElementContent, Nodes, Properties } from 'hast'

/** An element for feeds (and mail): properties in hast's names, strings become text, null falls away. */
export function element(
  tagName: string,
  properties: Properties,
  ...children: (ElementContent | string | null | ElementContent[])[]
): Element {
  const nodes = children.flatMap((child): ElementContent[] => {
    if (child === null || child === '') return []
    if (typeof child === 'string') return [{ type: 'text', value: child }]
    return Array.isArray(child) ? child : [child]
  })
  return { type: 'element', tagName, properties, children: nodes }
}

/** All text of a node, in order, without any layout. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

/** How deep a tree goes, found without recursion: a hostile text may nest deeper than the stack. */
export function depthOf(root: { children?: unknown[] }): number {
  let level = [root]
  let depth = 0
  while (level.length > 0) {
    depth += 1
    level = level.flatMap((node) => (node.children ?? []) as { children?: unknown[] }[])
  }
  return depth
}
