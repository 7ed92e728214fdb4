import { db } from '@/lib/db/db'
import type { Landing } from '@/lib/landings/schema'
import { pagesOf, worstFirst } from '@/lib/sponsors/landing-rules'

const copy = { select: { url: true, text: true } }

/**
 * What was found last at each page that a slot's copy leads to, that runs or is to take its place; the worst first. Asks
 * no policy: for callers that showed the slot.
 */
export async function landingsOf(slotId: string): Promise<(Landing & { isOwn: boolean })[]> {
  const slot = await db().slot.findUnique({
    where: { id: slotId },
    select: { submitted: copy, approved: copy },
  })
  const copies = [slot?.submitted, slot?.approved].filter((version) => version != null)
  const own = copies.map(({ url }) => url)
  const found = await db().$queryRaw<Landing[]>`
    SELECT DISTINCT ON ("url")
      "url", "outcome"::text, "message", "finalUrl", "status", "certificateExpiresAt", "checkedAt"
    FROM "LandingCheck" WHERE "slotId" = ${slotId}::uuid AND "url" = ANY(${pagesOf(copies)})
    ORDER BY "url", "checkedAt" DESC, "id" DESC`
  return worstFirst(found.map((landing) => ({ ...landing, isOwn: own.includes(landing.url) })))
}
