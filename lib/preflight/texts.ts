import { type ReadText, readText } from '@/lib/render/markdown/read-text'
import { hasOddQuotes } from './quotes'

/** What is odd in a text: said behind its name, e.g. “A headline” + `has quotation marks that don’t pair up.` */
export type Oddity = { code: 'text-quotes' | 'text-placeholder' | 'link-text' | 'image-alt'; says: string }

const placeholder = /(?<![\p{L}\p{N}])(?:TODO|FIXME|TK(?:TK)*|XXX+)(?![\p{L}\p{N}])|lorem ipsum|\[\[/iu
const upper = /TODO|FIXME|TK|XXX|\[\[|lorem ipsum/
const general =
  /^(?:click |right |see )?(?:here|this|link|this (?:link|one|page)|(?:read |see |learn )?more|read on|website|page)$/i

/** Whether the words of a link say nothing of where it leads: read out alone, or in a list of links, they mean nothing. */
export const isGeneralLabel = (label: string): boolean =>
  general.test(label.replace(/[\s.,:;!?…→»>]+$/u, '').replace(/^[\s→»>]+/u, ''))

function findPlaceholder(text: string): string | null {
  const found = placeholder.exec(text)?.[0]
  // “todo” is a word of many languages; left to be done it is written in capitals.
  return found && (upper.test(found) || /lorem/i.test(found)) ? found : null
}

function oddities({ paragraphs, links }: Pick<ReadText, 'paragraphs' | 'links'>): Oddity[] {
  const found: Oddity[] = []
  const left = paragraphs.map(findPlaceholder).find(Boolean)
  if (left) found.push({ code: 'text-placeholder', says: `still holds “${left}”.` })
  if (hasOddQuotes(paragraphs))
    found.push({ code: 'text-quotes', says: 'has quotation marks that don’t pair up.' })
  const label = links.map((link) => link.label).find(isGeneralLabel)
  if (label)
    found.push({ code: 'link-text', says: `has a link that says only “${label}”. Say where it leads.` })
  return found
}

/** What is odd in one line. */
export const findInLine = (text: string): Oddity[] =>
  oddities({ paragraphs: text === '' ? [] : [text], links: [] })

/** What is odd in a text in Markdown. */
export function findInMarkdown(text: string): Oddity[] {
  if (text.trim() === '') return []
  const found = oddities(readText(text))
  if (!/!\[\s*\](?:\(|\[)/.test(text)) return found
  return [
    ...found,
    { code: 'image-alt', says: 'has a picture without a description. Write it between “![” and “]”.' },
  ]
}
