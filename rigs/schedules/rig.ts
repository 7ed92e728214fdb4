import { makePublication } from '@/lib/testing/issues'
import { seededRandom } from '@/rigs/random'
import type { Rig } from '@/rigs/rig'
import { fireAround } from './fire-around'
import { judgeChange } from './judge-rule'
import { changesOf, type ZoneChange, zones } from './zone-changes'

const YEARS = 3
/** Every how many-th change is lived through on Postgres, and how many zones are asked in the short form. */
const sizes = { full: { zones: Infinity, lived: Infinity }, short: { zones: 12, lived: 3 } }

/** Zones that each teach something: half-hour changes, changes at midnight, a pause in Ramadan, the far ends. */
const telling = [
  'America/New_York',
  'Europe/Dublin',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Beirut',
  'America/Santiago',
  'Pacific/Chatham',
  'America/St_Johns',
  'Antarctica/Troll',
  'Africa/Cairo',
  'Atlantic/Azores',
  'Pacific/Kiritimati',
]

/** Changes that move the same clocks at the same instant are one for the database, whatever the zone's name. */
function distinct(changes: ZoneChange[]): ZoneChange[] {
  return [
    ...new Map(changes.map((change) => [`${change.at} ${change.before} ${change.after}`, change])).values(),
  ]
}

export const schedulesAcrossChanges: Rig = {
  name: 'schedules across clock changes',
  bar: `every change of every zone in ${YEARS} years, clock steps of ±2 h: each schedule fires exactly once`,
  run: async ({ full }) => {
    const size = full ? sizes.full : sizes.short
    const from = Date.UTC(new Date().getUTCFullYear(), 0, 1)
    const to = Date.UTC(new Date().getUTCFullYear() + YEARS, 0, 1)
    const asked = full ? zones() : telling.slice(0, size.zones)
    const changes = asked.flatMap((zone) => changesOf(zone, from, to))
    const ruled = changes.map(judgeChange)
    const breaches = ruled.flatMap((result) => result.breaches)
    const minutes = ruled.reduce((sum, result) => sum + result.asked, 0)

    await makePublication()
    const lived = distinct(changes).slice(0, size.lived)
    let scheduled = 0
    for (const [index, change] of lived.entries()) {
      const result = await fireAround(change, seededRandom(index))
      scheduled += result.scheduled
      breaches.push(...result.breaches)
    }
    if (changes.length === 0 || scheduled === 0) breaches.push('no clock changed, so nothing was tried')
    const figure = `${asked.length} zones, ${changes.length} changes, ${minutes} wall minutes asked; ${lived.length} distinct changes lived through, ${scheduled} schedules`
    return { rounds: changes.length, breaches, figure }
  },
}
