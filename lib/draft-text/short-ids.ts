const LEAST = 8

/**
 * Ids as a text names them: their last digits, as many as tell them apart. Those made one after another begin alike
 * (UUID version 7, RFC 9562), so the end is what differs.
 */
export function shortIds(ids: readonly string[]): Map<string, string> {
  const bare = [...new Set(ids)].map((id) => [id, id.replaceAll('-', '')] as const)
  for (let length = LEAST; ; length += 4) {
    const short = new Map(bare.map(([id, digits]) => [id, digits.slice(-length)]))
    if (length >= 32 || new Set(short.values()).size === short.size) return short
  }
}

/** Which of `ids` a text means; null for none of them. */
export function idOfShort(short: string, ids: readonly string[]): string | null {
  const digits = short.replaceAll('-', '')
  const found = ids.filter((id) => id.replaceAll('-', '').endsWith(digits))
  return found.length === 1 ? (found[0] ?? null) : null
}
