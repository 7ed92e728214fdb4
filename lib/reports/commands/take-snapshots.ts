import { sumClicks } from '@/lib/clicks/rules'
import { now } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { copiesOf, countsOf, targetsOf } from '@/lib/reports/queries'
import { byDay, byLink, lastDayOf } from '@/lib/reports/rules'
import { type Snapshot, snapshotDays, snapshotSchema } from '@/lib/reports/schema'
import { hashSnapshot } from '@/lib/reports/snapshot-hash'

type Due = { slotId: string; day: number; ranAt: Date }

/**
 * Keeps what each report says by the end of its 1st, 7th and 30th day, once that day is over: whole days, so that one
 * taken late says the same. What is kept already stays as it is. Gives back how many were taken.
 */
export async function takeSnapshots(): Promise<number> {
  const today = now().toISOString().slice(0, 10)
  const due = await db().$queryRaw<Due[]>`
    SELECT slot."id"::text AS "slotId", due."day", slot."ranAt"
    FROM "Slot" slot CROSS JOIN unnest(${[...snapshotDays]}::int[]) AS due("day")
    WHERE slot."state" = 'RAN' AND slot."ranAt" IS NOT NULL
      AND (slot."ranAt" AT TIME ZONE 'UTC')::date + due."day" < ${today}::date
      AND NOT EXISTS (
        SELECT 1 FROM "ReportSnapshot" kept WHERE kept."slotId" = slot."id" AND kept."day" = due."day")
    ORDER BY slot."ranAt", due."day"`
  let taken = 0
  for (const each of due) {
    const snapshot = await writeSnapshot(each)
    const data = { slotId: each.slotId, day: each.day, takenAt: now() }
    const row = { ...data, json: snapshot, hash: hashSnapshot(snapshot) }
    // Another process may have been as fast.
    taken += (await db().reportSnapshot.createMany({ data: [row], skipDuplicates: true })).count
  }
  return taken
}

async function writeSnapshot({ slotId, day, ranAt }: Due): Promise<Snapshot> {
  const until = lastDayOf(ranAt, day)
  const [slot, rows, targets, copies] = await Promise.all([
    db().slot.findUniqueOrThrow({
      where: { id: slotId },
      select: {
        sponsor: { select: { name: true } },
        placement: { select: { name: true } },
        issue: { select: { date: true, archived: { select: { number: true, title: true } } } },
      },
    }),
    countsOf(slotId, until),
    targetsOf(slotId),
    copiesOf(slotId, until),
  ])
  const { archived, date } = slot.issue
  const ran = copies[0]
  return snapshotSchema.parse({
    version: 1,
    slotId,
    day,
    until,
    ranAt: ranAt.toISOString(),
    company: slot.sponsor.name,
    placement: slot.placement.name,
    issue: {
      number: archived?.number ?? null,
      title: archived?.title ?? '',
      date: date.toISOString().slice(0, 10),
    },
    edition: ran ? { edition: ran.edition, hash: ran.hash } : null,
    clicks: sumClicks(rows),
    links: byLink(targets, rows),
    days: byDay(rows),
  })
}
