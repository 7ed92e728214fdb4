import { type FoundAddress, findAddresses, onlyAddresses } from './find-address'
import {
  bareCapture,
  type CaptureText,
  captureAddressProblem,
  captureTextSchema,
  type LineProblem,
} from './schema'

/** What a list holds: each capture with the line it begins at, counted from 1, and the lines that hold none. */
export type ParsedList = { captures: (CaptureText & { line: number })[]; problems: LineProblem[] }

type Draft = CaptureText & { line: number; indent: number }

/**
 * Captures from a text that somebody pasted: addresses, one a line, with or without words beside them; or Markdown, a
 * list of links whose text, indented or right below, is the note, and whose lines behind `>` are the quote.
 */
export function parseList(text: string): ParsedList {
  const captures: Draft[] = []
  const problems: LineProblem[] = []
  let current: Draft | null = null
  let afterBlank = false
  for (const [index, raw] of text.replace(/\r\n?/g, '\n').split('\n').entries()) {
    const line = index + 1
    const indent = /^[ \t]*/.exec(raw)?.[0].replaceAll('\t', '    ').length ?? 0
    const content = raw.trim()
    if (content === '') {
      afterBlank = true
      continue
    }
    const inside = current !== null && indent > current.indent && onlyAddresses(content).length === 0
    const isQuote = content.startsWith('>')
    const found: FoundAddress[] = current && (isQuote || inside) ? [] : findAddresses(content)
    if (current && (isQuote || inside)) addTo(current, content, isQuote, afterBlank)
    else if (found.length === 0 && current && !afterBlank && !content.startsWith('#'))
      addTo(current, content, false, false)
    else if (found.length === 0) {
      current = null
      problems.push({ line, text: raw, message: 'There is no address in this line.' })
    }
    for (const { address, ...texts } of found) {
      const message = captureAddressProblem(address)
      current = message === null ? { ...bareCapture(address.trim()), ...texts, line, indent } : null
      if (current) captures.push(current)
      else problems.push({ line, text: found.length > 1 ? address : raw, message: message ?? '' })
    }
    afterBlank = false
  }
  return { ...sized(captures, text, problems) }
}

function addTo(capture: Draft, content: string, isQuote: boolean, afterBlank: boolean): void {
  const field = isQuote ? 'quote' : 'note'
  const text = isQuote ? content.replace(/^>\s?/, '') : content
  const gap = capture[field] === '' ? '' : afterBlank ? '\n\n' : '\n'
  capture[field] += gap + text
}

/** What fits the caps of a capture's texts; the rest goes back to whoever pasted it, line by line. */
function sized(drafts: Draft[], text: string, problems: LineProblem[]): ParsedList {
  const captures: ParsedList['captures'] = []
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  for (const { indent: _, line, ...draft } of drafts) {
    const parsed = captureTextSchema.safeParse(draft)
    if (parsed.success) captures.push({ ...parsed.data, line })
    else {
      const message = parsed.error.issues[0]?.message ?? 'This can’t be taken as it is.'
      problems.push({ line, text: lines[line - 1] ?? '', message })
    }
  }
  return { captures, problems: problems.sort((one, other) => one.line - other.line) }
}
