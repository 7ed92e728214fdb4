import { Prisma } from '@/generated/prisma/client'
import { systemActor } from '@/lib/accounts/schema'
import type { Tx } from '@/lib/db/db'
import { runCommand } from '@/lib/receipts/run-command'
import type { WaitingClick } from './schema'
import { Sums } from './sums'

const counter = systemActor('clicks')

/** One row for each target, day and kind, in one order, so that two batches never wait for each other in a circle. */
function sumWaiting(clicks: readonly WaitingClick[]): WaitingClick[] {
  const sums = new Sums()
  for (const { target, day, kind, count } of clicks) sums.add(target, day, kind, count)
  const keyOf = ({ target, day, kind }: WaitingClick) => `${target} ${day} ${kind}`
  return sums.all().sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

/**
 * Counts a batch, once, however often it is sent again. Clicks of targets that are gone are left out; where counting is
 * off all are, since people still follow counted addresses that they were mailed.
 */
export async function countClicks(batchId: string, clicks: readonly WaitingClick[]): Promise<void> {
  await runCommand(counter, { id: batchId, name: 'count-clicks' }, (tx) => add(tx, sumWaiting(clicks)))
}

async function add(tx: Tx, rows: WaitingClick[]): Promise<null> {
  const publication = await tx.publication.findUnique({ where: { id: 1 }, select: { countsClicks: true } })
  if (publication?.countsClicks === false) return null
  const columns = (chosen: WaitingClick[]) => Prisma.sql`
    unnest(${chosen.map(({ target }) => target)}::text[], ${chosen.map(({ day }) => day)}::text[],
           ${chosen.map(({ kind }) => kind)}::text[], ${chosen.map(({ count }) => count)}::int[])
      AS waiting("target", "day", "kind", "count")`
  const more = rows.filter(({ count }) => count > 0)
  const fewer = rows.filter(({ count }) => count < 0)
  await tx.$executeRaw`
    INSERT INTO "ClickCount" AS known ("targetId", "day", "kind", "count")
    SELECT waiting."target", waiting."day"::date, waiting."kind", waiting."count" FROM ${columns(more)}
    WHERE EXISTS (SELECT 1 FROM "ClickTarget" target WHERE target."id" = waiting."target")
    ON CONFLICT ("targetId", "day", "kind") DO UPDATE SET "count" = known."count" + EXCLUDED."count"`
  if (fewer.length === 0) return null
  await tx.$executeRaw`
    UPDATE "ClickCount" known SET "count" = greatest(known."count" + waiting."count", 0) FROM ${columns(fewer)}
    WHERE known."targetId" = waiting."target" AND known."day" = waiting."day"::date AND known."kind" = waiting."kind"`
  return null
}
