import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { notFound } from '@/lib/errors/app-error'
import type { Company, CompanyRow } from '@/lib/slots/schema'
import { linkWorks } from '@/lib/sponsors/link-rules'
import { mayManageSponsors } from '@/lib/sponsors/policy'

/**
 * Every company with how many slots it has coming and had, by name. `today`: in the publication's zone.
 * @throws AppError `not_found`
 */
export async function listCompanies(actor: Actor, today: string, q = ''): Promise<CompanyRow[]> {
  if (!mayManageSponsors(actor)) throw notFound('page')
  return db().$queryRaw<CompanyRow[]>`
    SELECT sponsor."id", sponsor."name", sponsor."field",
      (SELECT count(*)::int FROM "SponsorContact" contact
        WHERE contact."sponsorId" = sponsor."id" AND contact."removedAt" IS NULL) AS "contacts",
      (count(issue."id") FILTER (WHERE issue."date" >= ${today}::date AND slot."state" <> 'RAN'))::int AS "coming",
      (count(issue."id") FILTER (WHERE slot."state" = 'RAN'))::int AS "ran",
      (max(issue."date") FILTER (WHERE slot."state" = 'RAN'))::text AS "lastRan"
    FROM "Sponsor" sponsor
      LEFT JOIN "Slot" slot ON slot."sponsorId" = sponsor."id" AND slot."state" NOT IN ('RELEASED', 'MISSED')
      LEFT JOIN "Issue" issue ON issue."id" = slot."issueId"
    WHERE sponsor."removedAt" IS NULL AND sponsor."confirmedAt" IS NOT NULL AND NOT sponsor."isHouse"
      AND (${q} = '' OR strpos(lower(sponsor."name"), lower(${q})) > 0)
    GROUP BY sponsor."id" ORDER BY lower(sponsor."name"), sponsor."id"`
}

/** Companies to choose from when booking. @throws AppError `not_found` */
export async function companyNames(actor: Actor): Promise<{ id: string; name: string }[]> {
  if (!mayManageSponsors(actor)) throw notFound('page')
  return db().sponsor.findMany({
    where: { removedAt: null, confirmedAt: { not: null }, isHouse: false },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
}

/** A company with its contacts. @throws AppError `not_found` */
export async function readCompany(actor: Actor, id: string): Promise<Company> {
  if (!mayManageSponsors(actor)) throw notFound('sponsor')
  const found = await db().sponsor.findFirst({
    where: { id, removedAt: null },
    select: {
      id: true,
      name: true,
      website: true,
      notes: true,
      field: true,
      version: true,
      isHouse: true,
      contacts: {
        where: { removedAt: null },
        orderBy: { createdAt: 'asc' },
        select: {
          id: true,
          name: true,
          email: true,
          user: { select: { disabledAt: true } },
          links: {
            where: { revokedAt: null },
            select: { lastUsedAt: true, createdAt: true, revokedAt: true },
          },
        },
      },
    },
  })
  if (!found) throw notFound('sponsor')
  const at = now()
  const contacts = found.contacts.map(({ links, user, ...contact }) => {
    const used = links.flatMap(({ lastUsedAt }) => (lastUsedAt ? [lastUsedAt.getTime()] : []))
    return {
      ...contact,
      links: links.filter((link) => linkWorks(link, at)).length,
      signsIn: user !== null && user.disabledAt === null,
      lastUsedAt: used.length > 0 ? new Date(Math.max(...used)).toISOString() : null,
    }
  })
  return { ...found, contacts }
}
