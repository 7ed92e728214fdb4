import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db/db'
import { type DocumentSponsor, issueDocumentSchema } from '@/lib/document/schema'
import { partOf } from '@/lib/sponsors/part'
import type { Sample } from './schema'

const partSchema = issueDocumentSchema.shape.sponsors.element

type Ran = { placementId: string; part: unknown; slug: string; title: string }

/**
 * What ran last in each placement, as readers have it: out of the current edition of an issue that is not withdrawn. A
 * sponsor's message goes before the house's.
 */
async function readRan(): Promise<Map<string, Sample>> {
  const rows = await db().$queryRaw<Ran[]>`
    SELECT DISTINCT ON (slot."placementId") slot."placementId", part.value AS "part", archived."slug", archived."title"
    FROM "Slot" slot
      JOIN "Sponsor" sponsor ON sponsor."id" = slot."sponsorId"
      JOIN "SponsorPart" placed ON placed."slotId" = slot."id"
      JOIN "ArchivedIssue" archived ON archived."issueId" = slot."issueId" AND archived."withdrawnAt" IS NULL
      JOIN "Edition" edition ON edition."id" = archived."editionId"
      CROSS JOIN LATERAL jsonb_array_elements(edition."document" -> 'sponsors') part(value)
    WHERE slot."state" = 'RAN' AND part.value ->> 'id' = placed."id"::text
    ORDER BY slot."placementId", sponsor."isHouse", archived."date" DESC, slot."ordinal"`
  return new Map(
    rows.flatMap(({ placementId, part, slug, title }) => {
      const parsed = partSchema.safeParse(part)
      const from = { title, path: `/issues/${encodeURIComponent(slug)}` }
      return parsed.success ? [[placementId, { part: parsed.data, from }]] : []
    }),
  )
}

const houseCopy = {
  headline: true,
  text: true,
  callToAction: true,
  url: true,
  imageAlt: true,
  image: { select: { hash: true, width: true, height: true } },
} satisfies Prisma.AdCopyVersionSelect

/** What was approved last for the house in each placement, run or not: it is the publication's own. */
async function readHouse(name: string): Promise<Map<string, Sample>> {
  const slots = await db().slot.findMany({
    where: { sponsor: { isHouse: true }, state: { in: ['APPROVED', 'RAN'] }, approved: { isNot: null } },
    orderBy: [{ issue: { date: 'asc' } }, { ordinal: 'desc' }],
    select: { placementId: true, approved: { select: houseCopy } },
  })
  return new Map(
    slots.flatMap(({ placementId, approved }) => {
      if (!approved) return []
      const house = partOf(approved, { name, isHouse: true }, { name, sponsorLine: '' })
      const part: DocumentSponsor = { ...house, id: `sample-${placementId}`, at: 'top' }
      return [[placementId, { part, from: null }]]
    }),
  )
}

/** A sample for each placement that has one. @param name the publication's */
export async function readSamples(name: string): Promise<Map<string, Sample>> {
  const [ran, house] = await Promise.all([readRan(), readHouse(name)])
  return new Map([...house, ...ran])
}
