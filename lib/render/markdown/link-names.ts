import type { ElementContent, Root } from 'hast'

type Inner = Root['children'][number]

function linkInText(value: string, hrefs: Map<string, string>): ElementContent[] {
  for (const [name, href] of hrefs) {
    const at = value.indexOf(name)
    if (at === -1) continue
    hrefs.delete(name)
    const link: ElementContent = {
      type: 'element',
      tagName: 'a',
      properties: { href },
      children: [{ type: 'text', value: name }],
    }
    const before = linkInText(value.slice(0, at), hrefs)
    return [...before, link, ...linkInText(value.slice(at + name.length), hrefs)]
  }
  return value === '' ? [] : [{ type: 'text', value }]
}

/**
 * A line with the first place of each name as a link, other than where it is part of a link already.
 * @param hrefs of names, as they stand in the line
 */
export function linkNames(root: Root, hrefs: ReadonlyMap<string, string>): Root {
  const left = new Map(hrefs)
  const through = (node: Inner): Inner[] => {
    if (node.type === 'text') return linkInText(node.value, left)
    if (node.type !== 'element' || node.tagName === 'a') return [node]
    return [{ ...node, children: node.children.flatMap(through) as ElementContent[] }]
  }
  return { ...root, children: root.children.flatMap(through) }
}
