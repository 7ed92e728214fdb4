import { randomUUID } from 'node:crypto'
import { now } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { seededRandom } from '@/rigs/random'

const PLACEMENTS = ['Top', 'After the articles', 'Classified', 'Bottom']
const COMPANIES = 25
const WEEKS = 104
const DAY_MS = 24 * 60 * 60 * 1000

/** Two years of coming Sundays with four placements, three places in four of them booked, by 25 companies. */
export async function seedBookings(): Promise<void> {
  const random = seededRandom(7)
  const placements = PLACEMENTS.map((name, position) => ({ id: randomUUID(), name, at: 'top', position }))
  const companies = Array.from({ length: COMPANIES }, (_, at) => ({
    id: randomUUID(),
    name: `Company ${at}`,
  }))
  const first = Math.ceil(now().getTime() / DAY_MS) + 1
  const sunday = first + ((10 - (first % 7)) % 7)
  const issues = Array.from({ length: WEEKS }, (_, week) => ({
    id: randomUUID(),
    state: 'PLANNED' as const,
    date: new Date((sunday + 7 * week) * DAY_MS),
  }))
  const slots = issues.flatMap(({ id: issueId }) =>
    placements.flatMap(({ id: placementId }) =>
      random.chance(0.75) ? [{ issueId, placementId, sponsorId: random.pick(companies).id }] : [],
    ),
  )
  await db().placement.createMany({ data: placements })
  await db().sponsor.createMany({ data: companies })
  await db().issue.createMany({ data: issues })
  await db().slot.createMany({ data: slots })
}
