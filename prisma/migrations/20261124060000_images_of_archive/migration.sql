-- A document is kept compressed and apart from its row, which PostgreSQL's planner doesn't reckon with: it read all of
-- them rather than the index. What readers see is in the archive's own row now.
DROP INDEX "Edition_sponsors";

ALTER TABLE "ArchivedIssue" ADD COLUMN "images" TEXT[] DEFAULT ARRAY[]::TEXT[];

UPDATE "ArchivedIssue" archived
SET "images" = ARRAY(SELECT jsonb_path_query(edition."document", '$.sponsors[*].image.url') #>> '{}')
FROM "Edition" edition WHERE edition."id" = archived."editionId";

CREATE INDEX "ArchivedIssue_images_idx" ON "ArchivedIssue" USING GIN ("images");
