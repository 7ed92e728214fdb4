import { readTokens, type Token } from './tokens'

/** What to mark: words that follow each other at these places, in any of the forms. */
export type Mark = { steps: { at: number; words: ReadonlySet<string> }[] }

/** Where something stands in a text, in UTF-16 units, and which of the marks it is. */
export type Span = { start: number; end: number; mark: number }

/** A piece of a text, marked or not. */
export type Piece = { text: string; marked: boolean }

function matchAt(mark: Mark, first: Token, byPlace: Map<number, Token[]>): Token[] | null {
  const [begin] = mark.steps
  if (!begin?.words.has(first.word)) return null
  const found = [first]
  for (const { at, words } of mark.steps.slice(1)) {
    const next = byPlace.get(first.at + at - begin.at)?.find((token) => words.has(token.word))
    if (!next) return null
    found.push(next)
  }
  return found
}

/** Everything in a text that is to be marked, in its order. */
export function findSpans(text: string, marks: readonly Mark[]): Span[] {
  const wanted = new Set(marks.flatMap(({ steps }) => steps.flatMap(({ words }) => [...words])))
  const tokens = wanted.size > 0 ? readTokens(text).filter(({ word }) => wanted.has(word)) : []
  const byPlace = new Map<number, Token[]>()
  for (const token of tokens) byPlace.set(token.at, [...(byPlace.get(token.at) ?? []), token])
  const spans = marks.flatMap((mark, index) =>
    tokens.flatMap((token) =>
      (matchAt(mark, token, byPlace) ?? []).map(({ start, end }) => ({ start, end, mark: index })),
    ),
  )
  return spans.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** A part of a text in pieces; what overlaps is one mark. */
export function cutPieces(text: string, spans: readonly Span[], from = 0, to = text.length): Piece[] {
  const pieces: Piece[] = []
  let done = from
  const add = (end: number, marked: boolean) => {
    if (end <= done) return
    const last = pieces.at(-1)
    const piece = text.slice(done, end)
    if (last?.marked === marked) last.text += piece
    else pieces.push({ text: piece, marked })
    done = end
  }
  for (const { start, end } of spans) {
    if (start < from || end > to) continue
    add(start, false)
    add(end, true)
  }
  add(to, false)
  return pieces
}

/** The text in pieces. */
export function markText(text: string, marks: readonly Mark[]): Piece[] {
  return cutPieces(text, findSpans(text, marks))
}
