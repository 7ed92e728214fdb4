/**
 * Remembers what was made of an object that nobody changes, as long as it lives. Findings are looked for at each letter,
 * and all but one item are the same as before.
 */
export function onceFor<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const made = new WeakMap<K, { value: V }>()
  return (of) => {
    const known = made.get(of)
    if (known) return known.value
    const value = make(of)
    made.set(of, { value })
    return value
  }
}
