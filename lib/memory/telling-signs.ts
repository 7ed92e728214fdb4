import { readTokens } from '@/lib/search/text/tokens'

/** Shorter titles without spaces are like each other by chance. */
const LEAST_SIGNS = 10
const MOST_SIGNS = 6
const isKana = (sign: string) => /^\p{scx=Hiragana}$/u.test(sign)

/**
 * Of a title in a script without spaces pairs of characters that don't overlap, as search has them: titles that are alike
 * share two of them. Those without hiragana first, which mostly says how the others hang together.
 */
export function tellingSigns(title: string): string[] {
  const tokens = readTokens(title)
  const signs = tokens.filter(({ kind }) => kind === 'sign').length
  if (signs < LEAST_SIGNS) return []
  const kanaIn = (word: string) => [...word].filter(isKana).length
  const pairs = tokens
    .filter(({ kind }) => kind === 'pair')
    .sort((one, other) => kanaIn(one.word) - kanaIn(other.word))
  const chosen: typeof pairs = []
  for (const pair of pairs) if (chosen.every(({ at }) => Math.abs(at - pair.at) > 1)) chosen.push(pair)
  return [...new Set(chosen.map(({ word }) => word))].slice(0, MOST_SIGNS)
}
