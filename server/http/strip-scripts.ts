import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, serialize } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode
type Parent = DefaultTreeAdapterTypes.ParentNode

const attribute = (element: DefaultTreeAdapterTypes.Element, name: string) =>
  element.attrs.find((attr) => attr.name === name)?.value.toLowerCase()

/** A `<link>` that only fetches script ahead of its use. */
function preloadsScript(element: DefaultTreeAdapterTypes.Element): boolean {
  const rel = attribute(element, 'rel')
  return rel === 'modulepreload' || (rel === 'preload' && attribute(element, 'as') === 'script')
}

function isScript(node: Node): boolean {
  if (defaultTreeAdapter.isCommentNode(node)) return true
  if (!defaultTreeAdapter.isElementNode(node)) return false
  return node.tagName === 'script' || (node.tagName === 'link' && preloadsScript(node))
}

function strip(parent: Parent): void {
  parent.childNodes = parent.childNodes.filter((node) => !isScript(node))
  for (const node of parent.childNodes) if (defaultTreeAdapter.isElementNode(node)) strip(node)
}

/**
 * Next's scripts with what React would take over the page by: half of its bytes, and dear to parse. Whatever could be
 * HTML in them is escaped (`\u003c`), so that the first `<` ends one.
 */
const flight =
  /<script[^<>]*>(?:\(self\.__next_f=self\.__next_f\|\|\[\]\)|self\.__next_f)\.push\([^<]*\)<\/script>/g

/**
 * A page without script: its `<script>` elements, their preloads, and the comments that React left as marks for them.
 * What remains is the whole page, since nothing on it is streamed in later.
 */
export function stripScripts(html: string): string {
  const document = parse(html.replace(flight, ''))
  strip(document)
  return serialize(document)
}
