/**
 * Remembers what was made of a text, up to `budget` characters of text in all, least lately used out first. The
 * preview renders a whole issue on each keystroke, and all but one of its texts are the same as before; handing back
 * the very same React element also lets React skip it.
 */
export function memoByText<T>(make: (text: string, variant: string) => T, budget: number) {
  const made = new Map<string, T>()
  let held = 0
  return (text: string, variant: string): T => {
    const key = `${variant}\n${text}`
    const found = made.get(key)
    if (found !== undefined) {
      made.delete(key)
      made.set(key, found)
      return found
    }
    const fresh = make(text, variant)
    made.set(key, fresh)
    held += key.length
    for (const oldest of made.keys()) {
      if (held <= budget || oldest === key) break
      made.delete(oldest)
      held -= oldest.length
    }
    return fresh
  }
}
