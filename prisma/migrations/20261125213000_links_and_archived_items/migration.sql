-- CreateEnum
CREATE TYPE "MentionPlace" AS ENUM ('HEADLINE', 'MORE', 'BLURB');

-- CreateEnum
CREATE TYPE "TermKind" AS ENUM ('TOPIC', 'AUTHOR', 'SITE');

-- AlterTable
ALTER TABLE "ArchivedIssue" ADD COLUMN "indexVersion" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "Link" (
    "id" UUID NOT NULL,
    "canonical" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "host" TEXT NOT NULL,
    "site" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LinkAlias" (
    "hash" BYTEA NOT NULL,
    "url" TEXT NOT NULL,
    "linkId" UUID NOT NULL,

    CONSTRAINT "LinkAlias_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "ArchivedItem" (
    "id" UUID NOT NULL,
    "issueId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "sectionId" TEXT NOT NULL,
    "sectionTitle" TEXT,
    "sectionSlug" TEXT,
    "layout" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "headline" TEXT,
    "url" TEXT,
    "linkId" UUID,
    "host" TEXT,
    "site" TEXT,
    "topics" TEXT[],
    "authors" TEXT[],
    "item" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ArchivedItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ArchivedMention" (
    "itemId" UUID NOT NULL,
    "linkId" UUID NOT NULL,
    "place" "MentionPlace" NOT NULL,

    CONSTRAINT "ArchivedMention_pkey" PRIMARY KEY ("linkId","itemId","place")
);

-- CreateTable
CREATE TABLE "ArchivedTerm" (
    "kind" "TermKind" NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "itemId" UUID NOT NULL,
    "issueId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "date" DATE NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ArchivedTerm_pkey" PRIMARY KEY ("itemId","kind","slug")
);

-- CreateIndex
CREATE UNIQUE INDEX "Link_hash_key" ON "Link"("hash");

-- CreateIndex
CREATE INDEX "LinkAlias_linkId_idx" ON "LinkAlias"("linkId");

-- CreateIndex
CREATE INDEX "ArchivedIssue_indexVersion_idx" ON "ArchivedIssue"("indexVersion");

-- CreateIndex
CREATE UNIQUE INDEX "ArchivedItem_issueId_ordinal_key" ON "ArchivedItem"("issueId", "ordinal");

-- CreateIndex
CREATE INDEX "ArchivedItem_date_publishedAt_issueId_ordinal_idx" ON "ArchivedItem"("date" DESC, "publishedAt" DESC, "issueId" DESC, "ordinal");

-- CreateIndex
CREATE INDEX "ArchivedItem_linkId_idx" ON "ArchivedItem"("linkId");

-- CreateIndex
CREATE INDEX "ArchivedMention_itemId_idx" ON "ArchivedMention"("itemId");

-- CreateIndex
CREATE INDEX "ArchivedTerm_kind_slug_date_publishedAt_issueId_ordinal_idx" ON "ArchivedTerm"("kind", "slug", "date" DESC, "publishedAt" DESC, "issueId" DESC, "ordinal");

-- AddForeignKey
ALTER TABLE "LinkAlias" ADD CONSTRAINT "LinkAlias_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "Link"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArchivedItem" ADD CONSTRAINT "ArchivedItem_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "ArchivedIssue"("issueId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArchivedItem" ADD CONSTRAINT "ArchivedItem_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "Link"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArchivedMention" ADD CONSTRAINT "ArchivedMention_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "ArchivedItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArchivedMention" ADD CONSTRAINT "ArchivedMention_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "Link"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArchivedTerm" ADD CONSTRAINT "ArchivedTerm_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "ArchivedItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;
