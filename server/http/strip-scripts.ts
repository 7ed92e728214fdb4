import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html, parse, serialize } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode
type Parent = DefaultTreeAdapterTypes.ParentNode

const attribute = (element: DefaultTreeAdapterTypes.Element, name: string) =>
  element.attrs.find((attr) => attr.name === name)?.value.toLowerCase()

/** A `<link>` that only fetches script ahead of its use. */
function preloadsScript(element: DefaultTreeAdapterTypes.Element): boolean {
  const rel = attribute(element, 'rel')
  return rel === 'modulepreload' || (rel === 'preload' && attribute(element, 'as') === 'script')
}

/**
 * Whether this is the one script element that no browser runs (HTML, 4.12.1.1: a data block): of this very type, with
 * nothing else said of it, and holding JSON in which nothing can end it or begin another.
 */
function isData({ attrs, childNodes, namespaceURI }: DefaultTreeAdapterTypes.Element): boolean {
  if (namespaceURI !== html.NS.HTML) return false
  const [attr, ...others] = attrs
  const [text, ...more] = childNodes
  if (attr?.name !== 'type' || attr.value !== 'application/ld+json' || others.length > 0) return false
  if (!text || !defaultTreeAdapter.isTextNode(text) || more.length > 0 || text.value.includes('<'))
    return false
  try {
    return typeof JSON.parse(text.value) === 'object'
  } catch {
    return false
  }
}

function isScript(node: Node): boolean {
  if (defaultTreeAdapter.isCommentNode(node)) return true
  if (!defaultTreeAdapter.isElementNode(node)) return false
  if (node.tagName === 'script') return !isData(node)
  return node.tagName === 'link' && preloadsScript(node)
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
 * Blocks of JSON-LD stay: they are no script but by the name of their element. What remains is the whole page, since nothing on it is streamed in later.
 */
export function stripScripts(html: string): string {
  const document = parse(html.replace(flight, ''))
  strip(document)
  return serialize(document)
}
