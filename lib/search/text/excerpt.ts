import { cutPieces, findSpans, type Mark, type Piece, type Span } from './marks'

/** Words before the first mark that let one read into it. */
const BEFORE = 50
/** Of a text without end, only the beginning is read for it, and only so many marks are compared. */
const LONGEST_READ = 8_000
const MOST_SPANS = 200
const breaks = /[\s。、，．,.;:!?！？]/u

/** Where the excerpt begins so that it shows as many different things, then as many things, as it can. */
function bestStart(spans: Span[], length: number): number {
  let best = { start: 0, kinds: 0, count: 0 }
  const compared = spans.slice(0, MOST_SPANS)
  for (const { start } of compared) {
    const inside = compared.filter((span) => span.start >= start && span.end <= start + length - BEFORE)
    const kinds = new Set(inside.map(({ mark }) => mark)).size
    if (kinds > best.kinds || (kinds === best.kinds && inside.length > best.count))
      best = { start, kinds, count: inside.length }
  }
  return best.start
}

/** A letter of two units must not be cut in half. */
function wholeLetter(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at
}

/** The next place after `at` where a word or a sentence begins, if one is near. */
function wordStart(text: string, at: number, limit: number): number {
  for (let index = at; index < limit; index += 1) if (breaks.test(text[index - 1] ?? ' ')) return index
  return wholeLetter(text, at)
}

/** The last place before `at` where a word ends, if one is near. */
function wordEnd(text: string, at: number): number {
  for (let index = at; index > at - 30; index -= 1) if (breaks.test(text[index] ?? ' ')) return index
  return wholeLetter(text, at)
}

/**
 * The part of a text that shows best why it was found, with `…` where it is cut; its beginning where nothing is to be
 * marked. Lines run on.
 * @param length in UTF-16 units, about
 */
export function excerptOf(lines: string, marks: readonly Mark[], length = 240): Piece[] {
  const text = lines.slice(0, LONGEST_READ).replaceAll('\n', ' ')
  const spans = findSpans(text, marks)
  if (text.length <= length) return cutPieces(text, spans)
  const first = bestStart(spans, length)
  const latest = Math.max(0, Math.min(first - BEFORE, text.length - length))
  const from = latest === 0 ? 0 : wordStart(text, latest, first)
  const to = from + length >= text.length ? text.length : wordEnd(text, from + length)
  const pieces = cutPieces(text, spans, from, to)
  const dots = (shown: boolean): Piece[] => (shown ? [{ text: '…', marked: false }] : [])
  return [...dots(from > 0), ...pieces, ...dots(to < text.length)]
}
