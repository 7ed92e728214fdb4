import { db } from '@/lib/db/db'
import type { IssueDocument } from '@/lib/document/schema'
import { env } from '@/lib/env/env'
import { sumClicks } from './rules'
import { type ClickTotals, linkKey, type SponsorLinks } from './schema'

/**
 * The counted addresses of the sponsors' links in these documents; none where clicks aren't counted, so that links are
 * plain again, those of published issues too.
 */
export async function sponsorLinksIn(documents: readonly IssueDocument[]): Promise<SponsorLinks> {
  const partIds = documents.flatMap(({ sponsors }) => sponsors.map(({ id }) => id))
  if (partIds.length === 0) return {}
  const targets = await db().$queryRaw<{ id: string; partId: string; url: string }[]>`
    SELECT target."id", target."partId"::text, target."url" FROM "ClickTarget" target
    WHERE target."partId"::text = ANY(${partIds})
      AND (SELECT "countsClicks" FROM "Publication" WHERE "id" = 1)`
  return Object.fromEntries(
    targets.map(({ id, partId, url }) => [linkKey(partId, url), `${env().APP_URL}/go/${id}`]),
  )
}

/** Where a counted link leads; null where there is none of this id. */
export async function findTarget(id: string): Promise<string | null> {
  if (!/^[\w-]{16}$/.test(id)) return null
  const target = await db().clickTarget.findUnique({ where: { id }, select: { url: true } })
  return target?.url ?? null
}

/** The clicks of a slot over all its links and days. */
export async function clicksOf(slotId: string): Promise<ClickTotals> {
  const counts = await db().clickCount.findMany({
    where: { target: { slotId } },
    select: { kind: true, count: true },
  })
  return sumClicks(counts)
}
