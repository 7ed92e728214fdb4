/** An address as it was written, and the words around it. */
export type FoundAddress = { address: string; title: string; note: string }

/** `- `, `* `, `+ `, `1. `, `2) `, with or without a box to tick. */
const marker = /^(?:[-*+•]|\d{1,4}[.)])\s+(?:\[[ xX]\]\s+)?/
/** A line of one word that was meant as an address, right or wrong: `hhttps:`, `example.org/page`. */
const meantAsAddress =
  /^(?:[a-z][a-z0-9+.-]{1,30}:\S*|(?:[a-z0-9-]{1,63}\.){1,10}[a-z]{2,24}(?:[/?#:]\S*)?)$/i
const LONGEST_SCHEME = 30

// What people paste is of any length and any shape, so each of these goes over a line once: a pattern that tries every
// beginning anew would not.

/** Without the marks of these kinds at its beginning and end. */
function strip(text: string, marks: RegExp): string {
  let [start, end] = [0, text.length]
  while (start < end && marks.test(text[start] ?? '')) start += 1
  while (end > start && marks.test(text[end - 1] ?? '')) end -= 1
  return text.slice(start, end)
}

/** What stands beside an address, without what joins the two. */
const joined = (text: string) => strip(text, /[\s:–—|,;*_-]/)

/** A label without what Markdown puts around and into it. */
const plainLabel = (text: string) => strip(text.trim(), /[*_]/).replace(/\\([\\`*_[\]()#+.!>~-])/g, '$1')

/**
 * Without what a sentence puts behind an address: a full stop, or a bracket that was opened before it, with what comes
 * behind that.
 */
export function trimAddress(text: string): string {
  let [end, open] = [0, 0]
  for (; end < text.length && (text[end] !== ')' || open > 0); end += 1) {
    if (text[end] === '(') open += 1
    if (text[end] === ')') open -= 1
  }
  while (end > 0 && /[.,;:!?'"*_]/.test(text[end - 1] ?? '')) end -= 1
  return text.slice(0, end)
}

/** `[label](address "title")`, the first of the line. */
function findLink(line: string): FoundAddress | null {
  const middle = line.indexOf('](')
  let open = middle - 1
  for (let depth = 0; open >= 0 && (line[open] !== '[' || depth > 0); open -= 1) {
    if (line[open] === ']') depth += 1
    if (line[open] === '[') depth -= 1
  }
  let close = middle + 2
  for (let depth = 0; close < line.length && (line[close] !== ')' || depth > 0); close += 1) {
    if (line[close] === '(') depth += 1
    if (line[close] === ')') depth -= 1
  }
  if (middle < 0 || open < 0 || close >= line.length) return null
  const [address = ''] = line
    .slice(middle + 2, close)
    .trim()
    .split(/\s/)
  const before = joined(line.slice(0, open))
  // A link in the middle of a sentence: the sentence is the note, link and all.
  const note = before === '' ? joined(line.slice(close + 1)) : line.trim()
  return { address: address.replace(/^<|>$/g, ''), title: plainLabel(line.slice(open + 1, middle)), note }
}

/** The addresses of a text that holds nothing else, with spaces, commas or semicolons between them; none of any other. */
export function onlyAddresses(text: string): string[] {
  const pieces = text
    .split(/\s+/)
    .flatMap((word) => word.split(/[,;](?=<?https?:\/\/)/i))
    .map((piece) => strip(piece, /[<>,;]/))
    .filter(Boolean)
  return pieces.every((piece) => /^https?:\/\/./i.test(piece)) ? pieces.map(trimAddress) : []
}

/** `words https://example.org/page words`, the first of the line; or all, where behind the first there is nothing else. */
function findBare(line: string): FoundAddress[] {
  const colon = line.indexOf('://')
  if (colon < 0) return []
  let start = colon
  while (start > 0 && colon - start < LONGEST_SCHEME && /[a-z0-9+.-]/i.test(line[start - 1] ?? '')) start -= 1
  let end = colon
  while (end < line.length && !/[\s<>]/.test(line[end] ?? '')) end += 1
  const title = plainLabel(joined(line.slice(0, start).replace(/[<(]$/, '')))
  const several = onlyAddresses(line.slice(start))
  if (several.length > 1)
    return several.map((address, at) => ({ address, title: at === 0 ? title : '', note: '' }))
  const note = joined(line.slice(end).replace(/^>/, ''))
  return [{ address: trimAddress(line.slice(start, end)), title, note }]
}

/**
 * The addresses that a line is about, well written or not, and the words beside them: the link's label, or what stands
 * before a bare address, is the title, what stands behind it the note. None where the line holds none.
 */
export function findAddresses(text: string): FoundAddress[] {
  const line = text.trim().replace(marker, '')
  const link = findLink(line)
  const found = link ? [link] : findBare(line)
  if (found.length > 0) return found
  return meantAsAddress.test(line) ? [{ address: line, title: '', note: '' }] : []
}
