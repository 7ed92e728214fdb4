/** A piece of XML that is well-formed by itself; only `xml` makes one, so that no text gets in unescaped. */
export type Xml = { readonly xml: string }
type Child = Xml | string | null | readonly Child[]
type Attributes = Record<string, string | null>

/** What XML 1.0 can't hold (production 2, Char), and half of a character that was cut in two. */
const noChar = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** A text without what no XML document and no strict reader of JSON can hold. */
export const withoutNoChars = (text: string): string => text.replace(noChar, '')

const references: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  // Only `]]>` needs it (production 14), and nobody has to know where one begins.
  '>': '&gt;',
  '"': '&quot;',
  // A parser would read these as spaces in an attribute (3.3.3), and a return as a line feed anywhere (2.11).
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}
const refer = (char: string) => references[char] ?? char

const escapeText = (text: string) => withoutNoChars(text).replace(/[&<>\r]/g, refer)
const escapeAttribute = (text: string) => withoutNoChars(text).replace(/[&<>"\t\n\r]/g, refer)

function writeChild(child: Child): string {
  if (child === null) return ''
  if (typeof child === 'string') return escapeText(child)
  return 'xml' in child ? child.xml : child.map(writeChild).join('')
}

/** An element: strings become text, null falls away. Names are ours, never a person's. */
export function xml(name: string, attributes: Attributes = {}, ...children: Child[]): Xml {
  const given = Object.entries(attributes)
    .map(([key, value]) => (value === null ? '' : ` ${key}="${escapeAttribute(value)}"`))
    .join('')
  const inner = children.map(writeChild).join('')
  return { xml: inner === '' ? `<${name}${given}/>` : `<${name}${given}>${inner}</${name}>` }
}

/** A whole document in UTF-8. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root.xml}\n`
}
