/** The word with each two neighbouring letters swapped, the commonest slip, of which two words have little alike. */
export function swapped(word: string): string[] {
  const letters = [...word]
  const others = letters.slice(1).map((letter, index) => {
    const copy = [...letters]
    copy.splice(index, 2, letter, letters[index] ?? '')
    return copy.join('')
  })
  return [...new Set(others)].filter((other) => other !== word)
}

/**
 * How many slips lie between two words: a letter too many, too few, another, or two swapped (optimal string alignment,
 * a form of the distance of Damerau and Levenshtein).
 */
export function slipsBetween(one: string, other: string): number {
  const [a, b] = [[...one], [...other]]
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1]
      const swap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swap ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    before = last
    last = current
  }
  return last.at(-1) ?? 0
}

/** A short word with two slips could be anything. */
function allowedSlips(word: string): number {
  if (word.length < 6) return 1
  return word.length < 12 ? 2 : 3
}

/** The words that may have been meant: with the fewest slips first, then the commonest; those not near enough left out. */
export function nearest(word: string, known: readonly { word: string; items: number }[]): string[] {
  const judged = known.map((entry) => ({ ...entry, slips: slipsBetween(word, entry.word) }))
  // Who mistypes a word seldom errs in its first letter.
  const weigh = (entry: (typeof judged)[number]) => entry.slips + (entry.word[0] === word[0] ? 0 : 0.5)
  const near = judged.filter(({ slips }) => slips <= allowedSlips(word))
  near.sort((a, b) => weigh(a) - weigh(b) || b.items - a.items || (a.word < b.word ? -1 : 1))
  return [...new Set(near.map((entry) => entry.word))]
}
