/** A source of chance that a seed repeats. */
export type Random = {
  /** A whole number from 0 to below `limit`. */
  below: (limit: number) => number
  /** One of the list. @throws Error for an empty one */
  pick: <T>(list: readonly T[]) => T
  chance: (probability: number) => boolean
}

/** Mulberry32 (Tommy Ettinger, public domain): small, and good enough to shuffle with. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    pick: (list) => {
      if (list.length === 0) throw new Error('Nothing to choose from')
      return list[below(list.length)] as (typeof list)[number]
    },
    chance: (probability) => next() < probability,
  }
}
