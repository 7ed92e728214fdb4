import { foldWord } from './fold'

/**
 * What can be found of a text. Several tokens may stand at one place: a character of Chinese and the pair that it
 * begins; a part of `node.js` and the whole as `nodejs`.
 */
export type Token = {
  /** Folded; only letters, digits, `+` and `#`. */
  word: string
  /**
   * `word`: what stands between spaces and signs. `whole`: parts written together (`fail-over`), or with a sign that
   * belongs to it (`c++`). `sign`, `pair`: one or two characters of a script that is written without spaces.
   */
  kind: 'word' | 'whole' | 'sign' | 'pair'
  /** Its place in the text, counted in words or, without spaces, in characters. */
  at: number
  /** Where it stands in the text as given, in UTF-16 units. */
  start: number
  end: number
}

/** Longer words are cut, in the index as in a query. */
const LONGEST_WORD = 48
const LONGEST_WHOLE = 32

const unspaced =
  '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Hangul}\\p{scx=Bopomofo}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}'
/** Letters, digits and their marks; joiners and soft hyphens, which nobody sees, may stand within. */
const chunks = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|\p{Cf})*/gu
/** A character with its marks, of which half-width katakana has signs of its own. */
const characters = new RegExp(`[${unspaced}][\\p{M}\\uff9e\\uff9f]*`, 'gu')
/** Parts of a chunk: a run of such characters, or what stands between them. */
const runs = new RegExp(`(?:[${unspaced}][\\p{M}\\uff9e\\uff9f]*)+|[^${unspaced}]+`, 'gu')
const isUnspaced = new RegExp(`^[${unspaced}]`, 'u')
const notLetters = /[^\p{L}\p{M}\p{N}]/gu

/** What may stand between the parts of one written whole, e.g. `node.js`, `I/O`, `e-mail`, `io_uring`, `O’Reilly`. */
const joint = /^(?:[-\u2010\u2011._/'’ʼ]|::)$/
const apostrophe = /^['’ʼ]$/
const belonging = /^(?:\+\+|#)(?![\p{L}\p{N}])/u

const cut = (word: string, longest: number) =>
  word.length <= longest ? word : [...word].slice(0, longest).join('')

type Word = { word: string; at: number; start: number; end: number }

/** Collects the tokens of one text. */
class Reading {
  readonly tokens: Token[] = []
  private at = 0
  /** Words that stand together without a space, as far as read. */
  private parts: Word[] = []

  constructor(private readonly text: string) {}

  private add(kind: Token['kind'], word: string, { at, start, end }: Omit<Word, 'word'>) {
    this.tokens.push({ word, kind, at, start, end })
  }

  /** Ends a group of parts; written as one it can be found too. */
  private join() {
    const [first, last] = [this.parts[0], this.parts.at(-1)]
    if (first && last && this.parts.length > 1 && this.parts.length <= 3) {
      const word = this.parts.map((part) => part.word).join('')
      const place = { at: first.at, start: first.start, end: last.end }
      if (word.length <= LONGEST_WHOLE) this.add('whole', word, place)
    }
    this.parts = []
  }

  private belongsToLast(start: number): boolean {
    const last = this.parts.at(-1)
    if (!last) return false
    const between = this.text.slice(last.end, start)
    const digits = between === ',' && /\d$/.test(last.word) && /^\d/.test(this.text.slice(start, start + 1))
    return joint.test(between) || digits
  }

  readWord(start: number, end: number) {
    if (!this.belongsToLast(start)) this.join()
    const word = cut(foldWord(this.text.slice(start, end)).replace(notLetters, ''), LONGEST_WORD)
    if (word === '') return
    // The `s` of a genitive is no word, and what it hangs on is to be found without it.
    if (word === 's' && apostrophe.test(this.text.slice(this.parts.at(-1)?.end ?? start, start))) return
    const place = { at: this.at, start, end }
    this.at += 1
    this.add('word', word, place)
    this.parts.push({ word, ...place })
    const sign = belonging.exec(this.text.slice(end, end + 3))?.[0]
    if (sign) this.add('whole', `${word}${sign}`, { ...place, end: end + sign.length })
  }

  readRun(run: string, offset: number) {
    this.join()
    const signs = [...run.matchAll(characters)].flatMap((found) => {
      const start = offset + found.index
      const letters = [...foldWord(found[0]).replace(notLetters, '')]
      return letters.map((letter) => ({ letter, start, end: start + found[0].length }))
    })
    for (const [index, { letter, start, end }] of signs.entries()) {
      const next = signs[index + 1]
      this.add('sign', letter, { at: this.at, start, end })
      if (next) this.add('pair', `${letter}${next.letter}`, { at: this.at, start, end: next.end })
      this.at += 1
    }
  }

  end(): Token[] {
    this.join()
    return this.tokens
  }
}

const isPlain = /^[a-z0-9]+$/i

/** The tokens of a plain text, in the order of their places. */
export function readTokens(text: string): Token[] {
  const reading = new Reading(text)
  for (const chunk of text.matchAll(chunks)) {
    // Most are; the scripts of the others take many times as long to tell apart.
    if (isPlain.test(chunk[0])) reading.readWord(chunk.index, chunk.index + chunk[0].length)
    else
      for (const run of chunk[0].matchAll(runs)) {
        const start = chunk.index + run.index
        if (isUnspaced.test(run[0])) reading.readRun(run[0], start)
        else reading.readWord(start, start + run[0].length)
      }
  }
  return reading.end()
}
