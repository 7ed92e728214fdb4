import { scheduleAt } from '@/lib/schedule/rules'
import { wallClock, type ZoneChange } from './zone-changes'

const MINUTE_MS = 60 * 1000
const WINDOW_MS = 4 * 60 * MINUTE_MS

const stamp = (time: number) => new Date(time).toISOString().slice(0, 16)

/** Every minute that a wall clock shows around a change, with the instants at which it shows it. */
function clockAround({ zone, at }: ZoneChange): Map<string, number[]> {
  const wall = wallClock(zone)
  const shown = new Map<string, number[]>()
  for (let instant = at - WINDOW_MS; instant < at + WINDOW_MS; instant += MINUTE_MS) {
    const minute = wall(instant)
    shown.set(minute, [...(shown.get(minute) ?? []), instant])
  }
  return shown
}

function judgeMinute(wall: string, zone: string, instants: number[], now: Date): string | null {
  const result = scheduleAt(wall, zone, now)
  const [first] = instants
  if (first === undefined)
    return 'problem' in result ? null : `${zone} ${wall} is skipped, yet goes out at ${result.at}`
  if ('problem' in result) return `${zone} ${wall} is refused: ${result.problem}`
  if (Date.parse(result.at) !== first) return `${zone} ${wall} goes out at ${result.at}, not at the first`
  const isTwice = instants.length > 1
  return isTwice === (result.notice !== null) ? null : `${zone} ${wall} ${isTwice ? 'lacks' : 'has'} a notice`
}

/**
 * Asks the rule for each wall minute around a change and compares with the clock itself: skipped minutes are refused,
 * others go out at the first instant that shows them, with a notice if there are two.
 */
export function judgeChange(change: ZoneChange): { asked: number; breaches: string[] } {
  const shown = clockAround(change)
  const walls = [...shown.keys()].map((wall) => Date.parse(`${wall}Z`))
  const now = new Date(change.at - 2 * WINDOW_MS)
  const breaches: string[] = []
  let asked = 0
  // The outermost minutes may be doubled by one that lies outside the window, by three hours at the most.
  const margin = Math.abs(change.after - change.before) * MINUTE_MS
  for (let wall = Math.min(...walls) + margin; wall <= Math.max(...walls) - margin; wall += MINUTE_MS) {
    asked += 1
    const minute = stamp(wall)
    const breach = judgeMinute(minute, change.zone, shown.get(minute) ?? [], now)
    if (breach) breaches.push(breach)
  }
  return { asked, breaches }
}
