import { db } from '@/lib/db/db'
import { issueDocumentSchema } from '@/lib/document/schema'
import { findCopyProblems } from '@/lib/sponsors/rules'
import type { Offer, Sample } from './schema'

const partSchema = issueDocumentSchema.shape.sponsors.element

type Row = { placementId: string; isHouse: boolean; part: unknown; slug: string; title: string }
type Ran = Omit<Sample, 'ranHere'> & { placementId: string; isHouse: boolean }

/**
 * What ran last in each placement, of sponsors' and of the house's own, the newest first: as readers have it, out of the
 * current edition of an issue that is not withdrawn.
 */
async function readRan(): Promise<Ran[]> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (slot."placementId", sponsor."isHouse") slot."placementId", sponsor."isHouse",
        part.value AS "part", archived."slug", archived."title", archived."date"
      FROM "Slot" slot
        JOIN "Sponsor" sponsor ON sponsor."id" = slot."sponsorId"
        JOIN "SponsorPart" placed ON placed."slotId" = slot."id"
        JOIN "ArchivedIssue" archived ON archived."issueId" = slot."issueId" AND archived."withdrawnAt" IS NULL
        JOIN "Edition" edition ON edition."id" = archived."editionId"
        CROSS JOIN LATERAL jsonb_array_elements(edition."document" -> 'sponsors') part(value)
      WHERE slot."state" = 'RAN' AND part.value ->> 'id' = placed."id"::text
      ORDER BY slot."placementId", sponsor."isHouse", archived."date" DESC, slot."ordinal"
    ) ran ORDER BY "date" DESC`
  return rows.flatMap(({ placementId, isHouse, part, slug, title }) => {
    const parsed = partSchema.safeParse(part)
    const from = { title, path: `/issues/${encodeURIComponent(slug)}` }
    return parsed.success ? [{ placementId, isHouse, part: parsed.data, from }] : []
  })
}

/** Whether a message that ran elsewhere could have run here. */
function fits({ part }: Ran, offer: Offer): boolean {
  const { headline, text, callToAction, url, image } = part
  const imageId = image?.url ?? null
  const copy = { headline: headline ?? '', text, callToAction: callToAction ?? '', url: url ?? '', imageId }
  return Object.keys(findCopyProblems({ ...copy, imageAlt: image?.alt ?? '' }, offer)).length === 0
}

/** A sample for each placement that has one: what a sponsor ran there, else what the house did, there or elsewhere. */
export async function readSamples(offers: readonly Offer[]): Promise<Map<string, Sample>> {
  const ran = await readRan()
  return new Map(
    offers.flatMap((offer) => {
      const here = ran.filter(({ placementId }) => placementId === offer.id)
      const found =
        here.find(({ isHouse }) => !isHouse) ??
        here[0] ??
        ran.find((each) => each.isHouse && fits(each, offer))
      if (!found) return []
      const { part, from, placementId } = found
      return [[offer.id, { part, from, ranHere: placementId === offer.id }]]
    }),
  )
}
