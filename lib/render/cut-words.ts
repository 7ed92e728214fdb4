/** A line of plain text of at most `limit` letters, cut at a word's end with `…`. */
export function cutWords(words: string, limit: number): string {
  const letters = [...words]
  if (letters.length <= limit) return words
  const cut = letters.slice(0, limit - 1).join('')
  const end = cut.lastIndexOf(' ')
  // A text without spaces (Japanese, one long word) is cut where it stands.
  return `${(end > limit / 2 ? cut.slice(0, end) : cut).replace(/[\s.,;:。、，–—-]+$/, '')}…`
}
