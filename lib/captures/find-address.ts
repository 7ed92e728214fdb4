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

/** `words https://example.org/page words`, the first of the line. */
function findBare(line: string): FoundAddress | null {
  const colon = line.indexOf('://')
  if (colon < 0) return null
  let start = colon
  while (start > 0 && colon - start < LONGEST_SCHEME && /[a-z0-9+.-]/i.test(line[start - 1] ?? '')) start -= 1
  let end = colon
  while (end < line.length && !/[\s<>]/.test(line[end] ?? '')) end += 1
  const title = plainLabel(joined(line.slice(0, start).replace(/[<(]$/, '')))
  const note = joined(line.slice(end).replace(/^>/, ''))
  return { address: trimAddress(line.slice(start, end)), title, note }
}

/**
 * The address that a line is about, well written or not, and the words beside it: the link's label, or what stands
 * before a bare address, is the title, what stands behind it the note. Null where the line holds none.
 */
export function findAddress(text: string): FoundAddress | null {
  const line = text.trim().replace(marker, '')
  const found = findLink(line) ?? findBare(line)
  if (found) return found
  return meantAsAddress.test(line) ? { address: line, title: '', note: '' } : null
}
