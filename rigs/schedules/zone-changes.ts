const DAY_MS = 24 * 60 * 60 * 1000
const MINUTE_MS = 60 * 1000

/** A change of a zone's clocks: from `at` (the instant, in ms) on they are `after` minutes east of UTC, not `before`. */
export type ZoneChange = { zone: string; at: number; before: number; after: number }

/** Reads a zone's wall clock by Intl alone, since the product computes with Temporal: two ways, one answer. */
export function wallClock(zone: string): (instant: number) => string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  return (instant) => {
    const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]))
    return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`
  }
}

/** Minutes east of UTC that a wall clock shows at an instant. */
const offsetAt = (wall: (instant: number) => string, instant: number) =>
  Math.round((Date.parse(`${wall(instant)}Z`) - Math.floor(instant / MINUTE_MS) * MINUTE_MS) / MINUTE_MS)

/** The instant within a day at which the clocks change, to the minute. */
function bisect(offset: (instant: number) => number, from: number, to: number): number {
  let [low, high] = [from, to]
  while (high - low > MINUTE_MS) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE_MS) * MINUTE_MS
    if (offset(middle) === offset(from)) low = middle
    else high = middle
  }
  return high
}

/** Every change of one zone's clocks between two instants. */
export function changesOf(zone: string, from: number, to: number): ZoneChange[] {
  const wall = wallClock(zone)
  const offset = (instant: number) => offsetAt(wall, instant)
  const changes: ZoneChange[] = []
  for (let day = from; day < to; day += DAY_MS) {
    const [before, after] = [offset(day), offset(day + DAY_MS)]
    if (before !== after) changes.push({ zone, at: bisect(offset, day, day + DAY_MS), before, after })
  }
  return changes
}

/** All zones that this Node knows. */
export const zones = (): string[] => Intl.supportedValuesOf('timeZone')
