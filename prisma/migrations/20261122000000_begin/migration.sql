-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('OWNER', 'EDITOR', 'SPONSOR');

-- CreateEnum
CREATE TYPE "IssueState" AS ENUM ('PLANNED', 'SKIPPED', 'DRAFT', 'SCHEDULED', 'PUBLISHED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "ItemKind" AS ENUM ('link', 'quote', 'note');

-- CreateEnum
CREATE TYPE "SectionLayout" AS ENUM ('articles', 'list');

-- CreateEnum
CREATE TYPE "Cadence" AS ENUM ('WEEKLY', 'FORTNIGHTLY', 'MONTHLY', 'IRREGULAR');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "role" "Role" NOT NULL,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "invitedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "joinedAt" TIMESTAMPTZ(3),
    "disabledAt" TIMESTAMPTZ(3),

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMPTZ(3),
    "device" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInToken" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "consumedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SignInToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "windowStart" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Edition" (
    "id" UUID NOT NULL,
    "issueId" UUID NOT NULL,
    "edition" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedBy" UUID,

    CONSTRAINT "Edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ArchivedIssue" (
    "issueId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "number" INTEGER,
    "title" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "editionId" UUID NOT NULL,
    "itemCount" INTEGER NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "ArchivedIssue_pkey" PRIMARY KEY ("issueId")
);

-- CreateTable
CREATE TABLE "Redirect" (
    "fromPath" TEXT NOT NULL,
    "toPath" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Redirect_pkey" PRIMARY KEY ("fromPath")
);

-- CreateTable
CREATE TABLE "Issue" (
    "id" UUID NOT NULL,
    "state" "IssueState" NOT NULL DEFAULT 'PLANNED',
    "number" INTEGER,
    "slug" TEXT,
    "title" TEXT NOT NULL DEFAULT '',
    "subject" TEXT NOT NULL DEFAULT '',
    "preheader" TEXT NOT NULL DEFAULT '',
    "intro" TEXT NOT NULL DEFAULT '',
    "outro" TEXT NOT NULL DEFAULT '',
    "date" DATE NOT NULL,
    "lang" TEXT,
    "dir" TEXT,
    "scheduledAt" TIMESTAMPTZ(3),
    "scheduledWall" TEXT,
    "scheduledZone" TEXT,
    "heldReason" TEXT,
    "warnedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,
    "fieldVersions" JSONB NOT NULL DEFAULT '{}',
    "removedAt" TIMESTAMPTZ(3),
    "removalId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Issue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Section" (
    "id" UUID NOT NULL,
    "issueId" UUID NOT NULL,
    "title" TEXT,
    "layout" "SectionLayout" NOT NULL DEFAULT 'articles',
    "position" TEXT COLLATE "C" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "fieldVersions" JSONB NOT NULL DEFAULT '{}',
    "removedAt" TIMESTAMPTZ(3),
    "removalId" UUID,

    CONSTRAINT "Section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Item" (
    "id" UUID NOT NULL,
    "sectionId" UUID NOT NULL,
    "kind" "ItemKind" NOT NULL DEFAULT 'link',
    "headline" TEXT NOT NULL DEFAULT '',
    "url" TEXT NOT NULL DEFAULT '',
    "links" JSONB NOT NULL DEFAULT '[]',
    "blurb" TEXT NOT NULL DEFAULT '',
    "byline" TEXT NOT NULL DEFAULT '',
    "credit" TEXT NOT NULL DEFAULT '',
    "disclosure" TEXT NOT NULL DEFAULT '',
    "topics" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "tied" BOOLEAN NOT NULL DEFAULT false,
    "position" TEXT COLLATE "C" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "fieldVersions" JSONB NOT NULL DEFAULT '{}',
    "removedAt" TIMESTAMPTZ(3),
    "removalId" UUID,

    CONSTRAINT "Item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SponsorPart" (
    "id" UUID NOT NULL,
    "issueId" UUID NOT NULL,
    "at" TEXT NOT NULL,
    "sectionId" UUID,
    "label" TEXT NOT NULL,
    "sponsor" TEXT,
    "headline" TEXT,
    "text" TEXT NOT NULL,
    "callToAction" TEXT,
    "url" TEXT,
    "position" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "SponsorPart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Publication" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "tagline" TEXT NOT NULL DEFAULT '',
    "lang" TEXT NOT NULL DEFAULT 'en',
    "dir" TEXT NOT NULL DEFAULT 'ltr',
    "zone" TEXT NOT NULL DEFAULT 'UTC',
    "cadence" "Cadence" NOT NULL DEFAULT 'WEEKLY',
    "weekday" INTEGER NOT NULL DEFAULT 7,
    "sendTime" TEXT NOT NULL DEFAULT '20:00',
    "titleTemplate" TEXT NOT NULL DEFAULT '{publication} Issue #{number}',
    "slugTemplate" TEXT NOT NULL DEFAULT 'issue-{number}',
    "subjectTemplate" TEXT NOT NULL DEFAULT '{title}',
    "sectionTemplates" JSONB NOT NULL DEFAULT '[]',
    "sponsorLine" TEXT NOT NULL DEFAULT 'A message from our sponsor, {name}',
    "footer" TEXT NOT NULL DEFAULT '',
    "employerNames" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "sponsorNames" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "accentLight" TEXT,
    "accentDark" TEXT,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "generation" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 0,
    "fieldVersions" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subjectId" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommandReceipt" (
    "id" UUID NOT NULL,
    "actorId" UUID,
    "command" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CommandReceipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportRecord" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "issueId" UUID,
    "hash" TEXT NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ImportRecord_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "SignInToken_tokenHash_key" ON "SignInToken"("tokenHash");

-- CreateIndex
CREATE INDEX "SignInToken_userId_idx" ON "SignInToken"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Edition_issueId_edition_key" ON "Edition"("issueId", "edition");

-- CreateIndex
CREATE UNIQUE INDEX "ArchivedIssue_slug_key" ON "ArchivedIssue"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "ArchivedIssue_editionId_key" ON "ArchivedIssue"("editionId");

-- CreateIndex
CREATE INDEX "ArchivedIssue_date_publishedAt_idx" ON "ArchivedIssue"("date" DESC, "publishedAt" DESC);

-- CreateIndex
CREATE INDEX "Issue_state_date_idx" ON "Issue"("state", "date");

-- CreateIndex
CREATE INDEX "Section_issueId_idx" ON "Section"("issueId");

-- CreateIndex
CREATE INDEX "Item_sectionId_idx" ON "Item"("sectionId");

-- CreateIndex
CREATE INDEX "SponsorPart_issueId_idx" ON "SponsorPart"("issueId");

-- CreateIndex
CREATE INDEX "AuditEvent_subjectId_at_idx" ON "AuditEvent"("subjectId", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_at_idx" ON "AuditEvent"("at");

-- CreateIndex
CREATE INDEX "CommandReceipt_createdAt_idx" ON "CommandReceipt"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ImportRecord_source_key_key" ON "ImportRecord"("source", "key");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignInToken" ADD CONSTRAINT "SignInToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArchivedIssue" ADD CONSTRAINT "ArchivedIssue_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArchivedIssue" ADD CONSTRAINT "ArchivedIssue_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Section" ADD CONSTRAINT "Section_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SponsorPart" ADD CONSTRAINT "SponsorPart_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say. lib/db's test of hand-written constraints reads each of these from
-- the catalogue, since the drift check does not see them.

-- Order within a parent is a fractional key, unique among the rows not removed.
CREATE UNIQUE INDEX "Section_issueId_position_live" ON "Section" ("issueId", "position") WHERE "removedAt" IS NULL;
CREATE UNIQUE INDEX "Item_sectionId_position_live" ON "Item" ("sectionId", "position") WHERE "removedAt" IS NULL;

-- Numbers and slugs are unique among the issues not removed.
CREATE UNIQUE INDEX "Issue_number_live" ON "Issue" ("number") WHERE "removedAt" IS NULL;
CREATE UNIQUE INDEX "Issue_slug_live" ON "Issue" ("slug") WHERE "removedAt" IS NULL;

ALTER TABLE "Publication" ADD CONSTRAINT "Publication_one_row" CHECK ("id" = 1);
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_weekday" CHECK ("weekday" BETWEEN 1 AND 7);
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_dir" CHECK ("dir" IN ('ltr', 'rtl'));
ALTER TABLE "User" ADD CONSTRAINT "User_email_lower" CHECK ("email" = lower("email"));
ALTER TABLE "Issue" ADD CONSTRAINT "Issue_number_positive" CHECK ("number" > 0);
ALTER TABLE "Issue" ADD CONSTRAINT "Issue_opened" CHECK (
  "state" IN ('PLANNED', 'SKIPPED') OR ("number" IS NOT NULL AND "slug" IS NOT NULL)
);
ALTER TABLE "Issue" ADD CONSTRAINT "Issue_scheduled" CHECK (
  "state" <> 'SCHEDULED' OR ("scheduledAt" IS NOT NULL AND "scheduledWall" IS NOT NULL AND "scheduledZone" IS NOT NULL)
);
ALTER TABLE "SponsorPart" ADD CONSTRAINT "SponsorPart_at" CHECK (
  "at" IN ('top', 'bottom') AND "sectionId" IS NULL OR "at" = 'after' AND "sectionId" IS NOT NULL
);
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_positive" CHECK ("edition" > 0);

-- A schedule is found by time alone.
CREATE INDEX "Issue_due" ON "Issue" ("scheduledAt") WHERE "state" = 'SCHEDULED' AND "removedAt" IS NULL;

-- An edition is what readers saw; nothing may change it afterwards.
CREATE FUNCTION refuse_edition_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an edition is immutable' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "Edition_immutable" BEFORE UPDATE OR DELETE ON "Edition"
  FOR EACH ROW EXECUTE FUNCTION refuse_edition_change();
