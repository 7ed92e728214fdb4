import { type ReadText, readText } from '@/lib/render/markdown/read-text'

/** What is odd in a text: said behind its name, e.g. “A headline” + `has quotation marks that don’t pair up.` */
export type Oddity = { code: 'text-quotes' | 'text-placeholder' | 'link-text' | 'image-alt'; says: string }

/**
 * Whether quotation marks don’t pair up. A quote of several paragraphs opens anew in each and closes in the last
 * (Chicago Manual of Style, 13.32); inches after a number are no quotes.
 */
export function hasOddQuotes(paragraphs: readonly string[]): boolean {
  let open = 0
  let angles = 0
  for (const paragraph of paragraphs) {
    const text = paragraph.replace(/(\d)["”]/g, '$1').trim()
    if (open > 0 && /^[“„]/.test(text)) open -= 1
    const isGerman = text.includes('„')
    for (const mark of text) {
      if (mark === '„' || (mark === '“' && !(isGerman && open > 0))) open += 1
      else if (mark === '”' || mark === '“') open -= 1
      if (mark === '«') angles += 1
      if (mark === '»') angles -= 1
      if (open < 0) return true
    }
    if ((text.split('"').length - 1) % 2 === 1) return true
  }
  return open !== 0 || angles !== 0
}

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
