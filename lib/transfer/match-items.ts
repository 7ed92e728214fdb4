/** What two tellings of one item have in common. */
type Told = { headline: string | null; url: string | null; blurb: string }

function beginning(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, 40)
    .toLowerCase()
}

/**
 * Says which item of a source is which item known already: by address, else by headline, else by how its text begins.
 * Each known item is taken once, in order.
 */
export function matchItems<Known extends Told, Other extends Told>(
  known: Known[],
  others: Other[],
): Map<Other, Known> {
  const matched = new Map<Other, Known>()
  const free = new Set(known)
  const ways: ((told: Told) => string)[] = [
    (told) => told.url ?? '',
    (told) => told.headline ?? '',
    (told) => beginning(told.blurb),
  ]
  for (const way of ways) {
    for (const other of others) {
      const key = way(other)
      if (matched.has(other) || key === '') continue
      const found = [...free].find((item) => way(item) === key)
      if (!found) continue
      matched.set(other, found)
      free.delete(found)
    }
  }
  return matched
}
