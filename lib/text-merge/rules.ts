import { diffArrays } from 'diff'

/** A stretch of two people's texts put together: as it was, changed by one, or by both in different ways. */
export type MergePart =
  | { kind: 'same'; text: string }
  | { kind: 'mine' | 'theirs'; base: string; text: string }
  | { kind: 'clash'; base: string; mine: string; theirs: string }

export type Merged = {
  parts: MergePart[]
  /** Both changes in one text; null where they clash. */
  text: string | null
}

/** A change of a text: tokens `from` up to `to` of what it was are now `text`. */
type Hunk = { from: number; to: number; text: string }

/** Beyond so many changed words two texts have too little in common to be put together by themselves. */
const MAX_CHANGES = 600
const words = new Intl.Segmenter(undefined, { granularity: 'word' })
const isWord = (token: string) => /[\p{L}\p{N}]/u.test(token)
const tokensOf = (text: string) => Array.from(words.segment(text), ({ segment }) => segment)

/**
 * Merges what two people made of one text (three-way, word by word). Changes that stand apart are both taken; where
 * not even one unchanged word lies between them they clash, since a sentence that two people rewrote together says
 * what neither meant.
 */
export function mergeTexts(base: string, mine: string, theirs: string): Merged {
  const tokens = tokensOf(base)
  const ours = hunksOf(tokens, mine)
  const others = hunksOf(tokens, theirs)
  const parts: MergePart[] = []
  let at = 0
  for (const { from, to } of regionsOf(tokens, [...ours, ...others])) {
    if (from > at) parts.push({ kind: 'same', text: tokens.slice(at, from).join('') })
    parts.push(partOf(tokens, { from, to }, ours, others))
    at = to
  }
  if (at < tokens.length) parts.push({ kind: 'same', text: tokens.slice(at).join('') })
  const clashes = parts.some(({ kind }) => kind === 'clash')
  return { parts, text: clashes ? null : joinParts(parts) }
}

/** Fields whose value is one thing, of which a part means something else: a date, an address, a choice. */
const undivided: ReadonlySet<string> = new Set(['date', 'slug', 'url', 'kind', 'layout', 'lang', 'dir'])

/** Whether the values of a field are words that can be put together. */
export function isMergeable(field: string): boolean {
  return !undivided.has(field)
}

/** What two people made of one field, in one text; null where somebody has to choose. */
export function mergeField(field: string, base: unknown, mine: unknown, theirs: unknown): string | null {
  if (typeof base !== 'string' || typeof mine !== 'string' || typeof theirs !== 'string') return null
  if (isMergeable(field)) return mergeTexts(base, mine, theirs).text
  return mine === base || mine === theirs ? theirs : theirs === base ? mine : null
}

/** The parts as one text; where they clash, with both one after the other. */
export function joinParts(parts: readonly MergePart[]): string {
  return parts.map((part) => (part.kind === 'clash' ? bothOf(part) : part.text)).join('')
}

function bothOf({ mine, theirs }: { mine: string; theirs: string }): string {
  if (mine.trim() === '' || theirs.trim() === '') return mine + theirs
  const between = /\n/.test(mine + theirs) ? '\n\n' : ' '
  return mine.trimEnd() + between + theirs.trimStart()
}

function hunksOf(tokens: string[], text: string): Hunk[] {
  const changes = diffArrays(tokens, tokensOf(text), { maxEditLength: MAX_CHANGES })
  if (!changes) return [{ from: 0, to: tokens.length, text }]
  const hunks: Hunk[] = []
  let at = 0
  let open: Hunk | null = null
  for (const { added, removed, value } of changes) {
    if (!added && !removed) {
      at += value.length
      open = null
      continue
    }
    if (!open) {
      open = { from: at, to: at, text: '' }
      hunks.push(open)
    }
    if (added) open.text += value.join('')
    else {
      at += value.length
      open.to = at
    }
  }
  return hunks
}

/** Stretches of what was that hold changes, apart from each other by a word at least. */
function regionsOf(tokens: string[], hunks: Hunk[]): { from: number; to: number }[] {
  const regions: { from: number; to: number }[] = []
  for (const { from, to } of hunks.sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = regions.at(-1)
    const apart = last && from > last.to && tokens.slice(last.to, from).some(isWord)
    if (last && !apart) last.to = Math.max(last.to, to)
    else regions.push({ from, to })
  }
  return regions
}

function partOf(
  tokens: string[],
  region: { from: number; to: number },
  ours: Hunk[],
  others: Hunk[],
): MergePart {
  const base = tokens.slice(region.from, region.to).join('')
  const mine = applied(tokens, region, ours)
  const theirs = applied(tokens, region, others)
  if (mine === theirs) return { kind: 'mine', base, text: mine }
  if (mine === base) return { kind: 'theirs', base, text: theirs }
  if (theirs === base) return { kind: 'mine', base, text: mine }
  return { kind: 'clash', base, mine, theirs }
}

/** What one person made of a region. */
function applied(tokens: string[], { from, to }: { from: number; to: number }, hunks: Hunk[]): string {
  let text = ''
  let at = from
  for (const hunk of hunks) {
    if (hunk.from < from || hunk.to > to) continue
    text += tokens.slice(at, hunk.from).join('') + hunk.text
    at = hunk.to
  }
  return text + tokens.slice(at, to).join('')
}
