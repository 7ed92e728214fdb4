import type { Tx } from '@/lib/db/db'
import type { IssueDraft } from './schema'

/**
 * The whole draft by one statement, and so of one moment, whatever is saved meanwhile. Null when there is no such
 * issue or it was removed. Asks no policy: for queries and commands that did.
 */
export async function loadDraftIn(tx: Tx, id: string): Promise<IssueDraft | null> {
  const [row] = await tx.$queryRaw<{ draft: IssueDraft }[]>`
    SELECT json_build_object(
      'id', issue."id", 'state', issue."state", 'number', issue."number", 'slug', issue."slug",
      'title', issue."title", 'subject', issue."subject", 'preheader', issue."preheader",
      'intro', issue."intro", 'outro', issue."outro", 'date', issue."date", 'lang', issue."lang", 'dir', issue."dir",
      'scheduledAt', to_char(issue."scheduledAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'scheduledWall', issue."scheduledWall", 'scheduledZone', issue."scheduledZone",
      'heldReason', issue."heldReason", 'version', issue."version",
      'sections', (
        SELECT coalesce(json_agg(json_build_object(
          'id', section."id", 'title', section."title", 'layout', section."layout", 'version', section."version",
          'items', (
            SELECT coalesce(json_agg(json_build_object(
              'id', item."id", 'version', item."version", 'kind', item."kind", 'headline', item."headline",
              'url', item."url", 'links', item."links", 'blurb', item."blurb", 'byline', item."byline",
              'credit', item."credit", 'disclosure', item."disclosure", 'topics', item."topics", 'tied', item."tied",
              'lang', item."lang", 'dir', item."dir"
            ) ORDER BY item."position"), '[]')
            FROM "Item" item WHERE item."sectionId" = section."id" AND item."removedAt" IS NULL
          )
        ) ORDER BY section."position"), '[]')
        FROM "Section" section WHERE section."issueId" = issue."id" AND section."removedAt" IS NULL
      ),
      'writtenBetween', (
        SELECT coalesce(json_object_agg(item."id", item."writtenBetween"), '{}')
        FROM "Section" section JOIN "Item" item ON item."sectionId" = section."id"
        WHERE section."issueId" = issue."id" AND section."removedAt" IS NULL AND item."removedAt" IS NULL
          AND item."writtenBetween" IS NOT NULL
      ),
      'sponsorParts', (
        SELECT coalesce(json_agg(json_build_object(
          'id', part."id", 'at', part."at", 'sectionId', coalesce(part."sectionId", (
            SELECT section."id" FROM "Section" section
            WHERE section."issueId" = issue."id" AND section."removedAt" IS NULL
              AND lower(trim(section."title")) = lower(trim(part."sectionTitle"))
            ORDER BY section."position" LIMIT 1
          )), 'label', part."label",
          'sponsor', part."sponsor", 'headline', part."headline", 'text', part."text",
          'callToAction', part."callToAction", 'url', part."url", 'image', part."image"
        ) ORDER BY part."position", part."id"), '[]')
        FROM "SponsorPart" part WHERE part."issueId" = issue."id"
      ),
      'slots', (
        SELECT coalesce(json_agg(json_build_object(
          'id', slot."id", 'state', slot."state", 'sponsor', sponsor."name", 'placement', placement."name",
          'isHouse', sponsor."isHouse",
          'hasNewer', slot."versionId" IS NOT NULL AND slot."versionId" IS DISTINCT FROM slot."approvedVersionId",
          'copy', (
            SELECT json_build_object(
              'headline', sent."headline", 'text', sent."text", 'callToAction', sent."callToAction"
            ) FROM "AdCopyVersion" sent WHERE sent."id" = coalesce(slot."versionId", slot."approvedVersionId")
          )
        ) ORDER BY placement."position", slot."ordinal"), '[]')
        FROM "Slot" slot JOIN "Sponsor" sponsor ON sponsor."id" = slot."sponsorId"
          JOIN "Placement" placement ON placement."id" = slot."placementId"
        WHERE slot."issueId" = issue."id" AND slot."state" NOT IN ('RELEASED', 'MISSED')
      )
    ) AS "draft"
    FROM "Issue" issue WHERE issue."id" = ${id}::uuid AND issue."removedAt" IS NULL`
  return row?.draft ?? null
}
