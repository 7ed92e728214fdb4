import { findAddress } from './find-address'
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
    const inside: boolean =
      current !== null && indent > current.indent && !/^<?https?:\/\/\S+$/i.test(content)
    const isQuote = content.startsWith('>')
    if (current && (isQuote || inside)) {
      addTo(current, content, isQuote, afterBlank)
    } else {
      const found = findAddress(content)
      if (found) {
        const problem = captureAddressProblem(found.address)
        const { address, ...texts } = found
        current = problem ? null : { ...bareCapture(address.trim()), ...texts, line, indent }
        if (current) captures.push(current)
        else problems.push({ line, text: raw, message: problem ?? '' })
      } else if (current && !afterBlank && !content.startsWith('#')) addTo(current, content, false, false)
      else {
        current = null
        problems.push({ line, text: raw, message: 'There is no address in this line.' })
      }
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
