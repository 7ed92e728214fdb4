/** Text in one line: breaks, tabs and no-break spaces become single spaces, and so does NUL, which Postgres can't hold. */
export const oneLine = (text: string): string => text.replace(/[\s\0\u00a0\u200b\ufeff]+/g, ' ').trim()

/** Scripts written without spaces between words, so that a dictionary must find them. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu
const spaced = /[\p{L}\p{N}]+(?:[’'._-][\p{L}\p{N}]+)*/gu

/** How many words a text has, in any language. */
export function countWords(text: string): number {
  const segmenter = new Intl.Segmenter('und', { granularity: 'word' })
  let count = 0
  const rest = text.replace(unspaced, (run) => {
    for (const { isWordLike } of segmenter.segment(run)) if (isWordLike) count += 1
    return ' '
  })
  for (const _word of rest.matchAll(spaced)) count += 1
  return count
}

const names: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
}

/** Text in which some tool wrote characters as entities although its markup was decoded already. */
export function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name) return names[name.toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : whole
  })
}
