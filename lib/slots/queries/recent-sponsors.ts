import type { Actor } from '@/lib/accounts/schema'
import { db, type Tx } from '@/lib/db/db'
import type { NamedSponsor } from '@/lib/disclosures/rules'
import { notFound } from '@/lib/errors/app-error'
import { mayManageSponsors } from '@/lib/sponsors/policy'

/** Readers should be told of a sponsor for so many days after its message ran. */
const DAYS = 90

/**
 * Companies with a message in an issue or in one of the 90 days before its date, that ran or is booked to; the house is
 * none. By name.
 * @throws AppError `not_found`
 */
export async function recentSponsors(actor: Actor, issueId: string): Promise<NamedSponsor[]> {
  if (!mayManageSponsors(actor)) throw notFound('issue')
  return recentSponsorsIn(db(), issueId)
}

/** The same for queries and commands that asked a policy. */
export function recentSponsorsIn(tx: Tx, issueId: string): Promise<NamedSponsor[]> {
  return tx.$queryRaw<NamedSponsor[]>`
    SELECT sponsor."name", sponsor."website" FROM "Sponsor" sponsor
    WHERE NOT sponsor."isHouse" AND EXISTS (
      SELECT 1 FROM "Slot" slot
        JOIN "Issue" other ON other."id" = slot."issueId"
        JOIN "Issue" issue ON issue."id" = ${issueId}::uuid
      WHERE slot."sponsorId" = sponsor."id" AND slot."state" NOT IN ('HELD', 'RELEASED', 'MISSED')
        AND other."removedAt" IS NULL AND other."date" BETWEEN issue."date" - ${DAYS}::int AND issue."date"
    )
    ORDER BY lower(sponsor."name"), sponsor."id"`
}
