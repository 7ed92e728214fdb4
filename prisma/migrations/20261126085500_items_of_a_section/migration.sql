-- Feeds of a section, and whether there is one of that name, without reading the archive.
CREATE INDEX "ArchivedItem_sectionSlug_date_publishedAt_issueId_ordinal_idx" ON "ArchivedItem"("sectionSlug", "date" DESC, "publishedAt" DESC, "issueId" DESC, "ordinal");
