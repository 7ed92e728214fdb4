import { unescaped } from './words'

/** What an oEmbed description (oembed.com) says of a page, of what we want to know. */
export type Oembed = { title: string; author: string; provider: string }

const none: Oembed = { title: '', author: '', provider: '' }
/** The text of an element; some write `author-name` for `author_name`. */
function elementOf(xml: string, name: string): string {
  const opened = new RegExp(`<${name.replace('_', '[-_]')}(?:\\s[^>]{0,200})?>`, 'i').exec(xml)
  if (!opened) return ''
  const rest = xml.slice(opened.index + opened[0].length)
  const cdata = /^\s*<!\[CDATA\[/.exec(rest)
  if (cdata) return rest.slice(cdata[0].length, Math.max(0, rest.indexOf(']]>')))
  return unescaped(rest.slice(0, Math.max(0, rest.indexOf('<'))))
}

function fromJson(text: string): Oembed {
  const value: unknown = JSON.parse(text)
  const of = (name: string) => {
    const found = (value as Record<string, unknown> | null)?.[name]
    return typeof found === 'string' ? found : ''
  }
  return { title: of('title'), author: of('author_name'), provider: of('provider_name') }
}

/** Reads an oEmbed answer, JSON or XML; what is neither says nothing. */
export function readOembed(text: string): Oembed {
  const body = text.trim()
  try {
    if (body.startsWith('{')) return fromJson(body)
  } catch {
    return none
  }
  if (!body.startsWith('<') || !/<oembed[\s>]/i.test(body.slice(0, 1000))) return none
  // The embedded markup has titles of its own.
  const xml = body.replace(/<html>[\s\S]*?(?:<\/html>|$)/i, '')
  return {
    title: elementOf(xml, 'title'),
    author: elementOf(xml, 'author_name'),
    provider: elementOf(xml, 'provider_name'),
  }
}
