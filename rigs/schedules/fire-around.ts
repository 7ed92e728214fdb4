import { randomUUID } from 'node:crypto'
import { setClock } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'
import { publishDue } from '@/lib/publishing/commands/publish-due'
import { scheduleIssue } from '@/lib/publishing/commands/schedule-issue'
import { makeDraft } from '@/lib/testing/issues'
import type { Random } from '@/rigs/random'
import { rigActor } from '@/rigs/workers/tasks'
import { clockProgram } from './clock-program'
import { wallClock, type ZoneChange } from './zone-changes'

const MINUTE_MS = 60 * 1000
const HOUR_MS = 60 * MINUTE_MS

type Scheduled = { id: string; wall: string; at: number; firedAt: number[] }

/** Schedules an issue for a wall time; null where the clocks skip it. */
async function schedule(wall: string): Promise<Scheduled | null> {
  const { id } = await makeDraft(['First'], rigActor)
  try {
    const { scheduledAt } = await scheduleIssue(rigActor, { commandId: randomUUID(), id, wall })
    return { id, wall, at: Date.parse(scheduledAt), firedAt: [] }
  } catch (error) {
    if (error instanceof AppError && error.fields.wall) return null
    throw error
  }
}

/** Wall times at which somebody may have scheduled: before the change, in the hour it skips or doubles, and after. */
function wallsAround({ zone, at, before, after }: ZoneChange): string[] {
  const wall = wallClock(zone)
  const lost = Math.max(before, after) - Math.min(before, after)
  const inside = new Date(at + (Math.min(before, after) + Math.floor(lost / 2)) * MINUTE_MS)
  return [wall(at - 17 * MINUTE_MS), inside.toISOString().slice(0, 16), wall(at + 23 * MINUTE_MS)]
}

function judge(issue: Scheduled, ticks: number[], editions: number): string[] {
  const due = ticks.find((tick) => tick >= issue.at)
  return [
    editions === 1 ? '' : `${editions} editions`,
    issue.firedAt.length === 1 ? '' : `${issue.firedAt.length} sweeps published it`,
    issue.firedAt[0] === due ? '' : `published at ${new Date(issue.firedAt[0] ?? 0).toISOString()}`,
  ]
    .filter((breach) => breach !== '')
    .map((breach) => `${issue.wall}: ${breach}`)
}

/**
 * Lives through a change on Postgres: schedules issues around it, then sweeps as the clock program says, two sweeps
 * at once each time, and sees that each issue went out in the first sweep whose clock had reached it, and only there.
 */
export async function fireAround(change: ZoneChange, random: Random) {
  setClock(() => new Date(change.at - 6 * HOUR_MS))
  await db().publication.update({ where: { id: 1 }, data: { zone: change.zone } })
  const made = await Promise.all(wallsAround(change).map(schedule))
  const issues = made.filter((issue) => issue !== null)
  const ticks = clockProgram(change.at, random)
  try {
    for (const tick of ticks) {
      setClock(() => new Date(tick))
      const sweeps = await Promise.all([publishDue(), publishDue()])
      for (const id of sweeps.flatMap((sweep) => sweep.published))
        issues.find((issue) => issue.id === id)?.firedAt.push(tick)
    }
  } finally {
    setClock(null)
  }
  const breaches: string[] = []
  for (const issue of issues) {
    const editions = await db().edition.count({ where: { issueId: issue.id } })
    breaches.push(...judge(issue, ticks, editions).map((breach) => `${change.zone} ${breach}`))
  }
  return { scheduled: issues.length, sweeps: ticks.length * 2, breaches }
}
