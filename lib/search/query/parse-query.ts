import { readTokens, type Token } from '@/lib/search/text/tokens'

/** A word in its place among others, so that those that stand together are found together. */
export type Step = { word: string; at: number }

/** Something that is looked for, or, `excluded`, must not be there. */
export type Term = {
  /** `phrase`: in quotes, these very words in this order. */
  kind: 'word' | 'phrase'
  excluded: boolean
  /** As it was typed, without quotes and minus. */
  text: string
  /** One word; several where they were written together, or in quotes. Never empty. */
  steps: Step[]
  /** Parts written together as one word: `failover` of `fail-over`. */
  whole: string | null
}

export type ParsedQuery = {
  /** As typed, without what can't be stored, on one line, and cut. */
  text: string
  terms: Term[]
  /** Whether there was more of it than is looked for. */
  cut: boolean
}

/** Longer queries are cut: nobody types more, and each word costs. */
export const LONGEST_QUERY = 400
export const MOST_TERMS = 24

const quotes = /[“”„‟«»＂「」『』〝〞]/g
/** A minus before a term excludes it, a quote holds it together; two minuses are the name of an option, and text. */
const termPattern = /(?:([-−－])(?![-−－\s]))?(?:"([^"]*)(?:"|$)|([^\s"]\S*))/gu
/** Halves of characters, which are none. */
const broken = /\p{Cs}/gu

/**
 * What stands for a text at each of its places: of a run without spaces its pairs, of which the last has the last
 * character in it.
 */
export function stepsOf(tokens: readonly Token[]): Step[] {
  const best = new Map<number, Token>()
  const strength = (token: Token) =>
    token.kind === 'whole' && !/[+#]$/.test(token.word) ? -1 : order[token.kind]
  for (const token of tokens) {
    const other = best.get(token.at)
    if (strength(token) >= 0 && (!other || strength(token) > strength(other))) best.set(token.at, token)
  }
  const inPlace = [...best.values()]
  const inPair = (token: Token, index: number) => {
    const before = inPlace[index - 1]
    return token.kind === 'sign' && before?.kind === 'pair' && before.end >= token.end
  }
  return inPlace.filter((token, index) => !inPair(token, index)).map(({ word, at }) => ({ word, at }))
}
const order = { sign: 0, word: 1, pair: 2, whole: 3 } as const

function readTerm(text: string, kind: Term['kind'], excluded: boolean): Term[] {
  const tokens = readTokens(text)
  const steps = stepsOf(tokens)
  if (steps.length === 0) return []
  const wholes = kind === 'word' ? tokens.filter((token) => token.kind === 'whole' && token.at === 0) : []
  const whole = steps.length > 1 && wholes[0]?.end === tokens.at(-1)?.end ? (wholes[0]?.word ?? null) : null
  return [{ kind, excluded, text, steps, whole }]
}

const signature = ({ kind, excluded, steps }: Term) => JSON.stringify([kind, excluded, steps])

/**
 * Reads what somebody typed: words, `"phrases"`, and `-` before what must not be there. Everything else is text: there
 * are no other operators, and nothing that can be typed is an error. A quote left open holds all that follows.
 */
export function parseQuery(typed: string): ParsedQuery {
  const line = typed.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  const letters = [...line]
  const text = letters.slice(0, LONGEST_QUERY).join('').replace(broken, ' ').trim()
  const terms = new Map<string, Term>()
  for (const [, minus, quoted, bare] of text.replace(quotes, '"').matchAll(termPattern))
    for (const term of readTerm(
      quoted ?? bare ?? '',
      quoted === undefined ? 'word' : 'phrase',
      Boolean(minus),
    ))
      if (!terms.has(signature(term))) terms.set(signature(term), term)
  const all = [...terms.values()]
  return {
    text,
    terms: all.slice(0, MOST_TERMS),
    cut: letters.length > LONGEST_QUERY || all.length > MOST_TERMS,
  }
}
