import { db } from '@/lib/db/db'
import type { Landing } from '@/lib/landings/schema'
import { worstOf } from '@/lib/sponsors/landing-rules'

/**
 * What was found last at the landing page of each slot's copy, by the slot's id; no entry where nothing was looked at. Of
 * copy that runs and copy that is to take its place, at two addresses, the worse. Asks no policy: for callers that
 * showed these slots.
 */
export async function landingOf(slotIds: readonly string[]): Promise<Map<string, Landing>> {
  const found = await db().$queryRaw<(Landing & { slotId: string })[]>`
    SELECT DISTINCT ON (looked."slotId", looked."url")
      looked."slotId", looked."url", looked."outcome"::text, looked."message", looked."finalUrl", looked."status",
      looked."certificateExpiresAt", looked."checkedAt"
    FROM "LandingCheck" looked
    JOIN "Slot" slot ON slot."id" = looked."slotId"
    WHERE looked."slotId" = ANY(${slotIds}::uuid[]) AND EXISTS (
      SELECT 1 FROM "AdCopyVersion" version
      WHERE version."id" IN (slot."versionId", slot."approvedVersionId") AND version."url" = looked."url")
    ORDER BY looked."slotId", looked."url", looked."checkedAt" DESC, looked."id" DESC`
  const bySlot = new Map<string, Landing[]>()
  for (const { slotId, ...landing } of found) bySlot.set(slotId, [...(bySlot.get(slotId) ?? []), landing])
  return new Map(
    [...bySlot].flatMap(([slotId, landings]) => {
      const worst = worstOf(landings)
      return worst ? [[slotId, worst] as const] : []
    }),
  )
}
