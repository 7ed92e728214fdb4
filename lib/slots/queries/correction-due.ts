import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db/db'

/** Whether readers of the issue that is out see something else of a slot than what stands in its part now. */
export const shownOtherwise = (slotId: Prisma.Sql): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT 1 FROM "SponsorPart" part
    JOIN "ArchivedIssue" archived ON archived."issueId" = part."issueId" AND archived."withdrawnAt" IS NULL
    JOIN "Edition" edition ON edition."id" = archived."editionId"
  WHERE part."slotId" = ${slotId} AND NOT EXISTS (
    SELECT 1 FROM jsonb_array_elements(edition."document"->'sponsors') shown
    WHERE shown->>'id' = part."id"::text AND shown->>'text' = part."text"
      AND shown->>'headline' IS NOT DISTINCT FROM part."headline"
      AND shown->>'callToAction' IS NOT DISTINCT FROM part."callToAction"
      AND shown->>'url' IS NOT DISTINCT FROM part."url"
      AND shown->'image' = coalesce(part."image", 'null')
  )
)`

/**
 * Whether copy was approved for a slot that ran, and readers still see what it says instead: until a correction of the
 * issue is published. Asks no policy: for queries that did.
 */
export async function isCorrectionDue(slotId: string): Promise<boolean> {
  const [due] = await db().$queryRaw<{ due: boolean }[]>`
    SELECT ${shownOtherwise(Prisma.sql`${slotId}::uuid`)} AS "due"`
  return due?.due ?? false
}
