-- CreateEnum
CREATE TYPE "SlotState" AS ENUM ('HELD', 'BOOKED', 'COPY_SUBMITTED', 'CHANGES_REQUESTED', 'APPROVED', 'RAN', 'RELEASED', 'MISSED');

-- CreateEnum
CREATE TYPE "Verdict" AS ENUM ('APPROVED', 'CHANGES_REQUESTED', 'COMMENT', 'ACCEPTED');

-- AlterTable
ALTER TABLE "SponsorPart" ADD COLUMN     "image" JSONB,
ADD COLUMN     "sectionTitle" TEXT,
ADD COLUMN     "slotId" UUID;

-- CreateTable
CREATE TABLE "Sponsor" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "website" TEXT NOT NULL DEFAULT '',
    "notes" TEXT NOT NULL DEFAULT '',
    "field" TEXT NOT NULL DEFAULT '',
    "isHouse" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 0,
    "fieldVersions" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Sponsor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SponsorContact" (
    "id" UUID NOT NULL,
    "sponsorId" UUID NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL,
    "userId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SponsorContact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PortalLink" (
    "id" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PortalLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Placement" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "at" TEXT NOT NULL,
    "sectionTitle" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,
    "perIssue" INTEGER NOT NULL DEFAULT 1,
    "maxCharacters" INTEGER NOT NULL DEFAULT 600,
    "maxLinks" INTEGER NOT NULL DEFAULT 3,
    "imageAllowed" BOOLEAN NOT NULL DEFAULT false,
    "price" INTEGER NOT NULL DEFAULT 0,
    "currency" TEXT NOT NULL DEFAULT 'USD',
    "deadlineDays" INTEGER NOT NULL DEFAULT 3,
    "reminderDays" INTEGER[] DEFAULT ARRAY[7, 2, 0]::INTEGER[],
    "acceptsLate" BOOLEAN NOT NULL DEFAULT true,
    "isOffered" BOOLEAN NOT NULL DEFAULT true,
    "houseCopyId" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,
    "fieldVersions" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Placement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AdCopy" (
    "id" UUID NOT NULL,
    "sponsorId" UUID NOT NULL,
    "headline" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL DEFAULT '',
    "callToAction" TEXT NOT NULL DEFAULT '',
    "url" TEXT NOT NULL DEFAULT '',
    "imageId" UUID,
    "imageAlt" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 0,
    "fieldVersions" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AdCopy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AdCopyVersion" (
    "id" UUID NOT NULL,
    "copyId" UUID NOT NULL,
    "sponsorId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "headline" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "callToAction" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "imageId" UUID,
    "imageAlt" TEXT NOT NULL DEFAULT '',
    "hash" TEXT NOT NULL,
    "bySponsor" BOOLEAN NOT NULL,
    "byName" TEXT NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AdCopyVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AdImage" (
    "id" UUID NOT NULL,
    "sponsorId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AdImage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Slot" (
    "id" UUID NOT NULL,
    "issueId" UUID NOT NULL,
    "placementId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL DEFAULT 1,
    "state" "SlotState" NOT NULL DEFAULT 'BOOKED',
    "sponsorId" UUID NOT NULL,
    "copyId" UUID,
    "versionId" UUID,
    "approvedVersionId" UUID,
    "approvedHash" TEXT,
    "submittedLate" BOOLEAN NOT NULL DEFAULT false,
    "heldUntil" TIMESTAMPTZ(3),
    "price" INTEGER NOT NULL DEFAULT 0,
    "currency" TEXT NOT NULL DEFAULT 'USD',
    "purchaseOrder" TEXT NOT NULL DEFAULT '',
    "invoice" TEXT NOT NULL DEFAULT '',
    "paidOn" DATE,
    "notes" TEXT NOT NULL DEFAULT '',
    "makeGoodForId" UUID,
    "seriesId" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ranAt" TIMESTAMPTZ(3),

    CONSTRAINT "Slot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" UUID NOT NULL,
    "slotId" UUID NOT NULL,
    "versionId" UUID,
    "verdict" "Verdict" NOT NULL,
    "hash" TEXT,
    "comment" TEXT NOT NULL DEFAULT '',
    "bySponsor" BOOLEAN NOT NULL DEFAULT false,
    "byName" TEXT NOT NULL,
    "onBehalf" BOOLEAN NOT NULL DEFAULT false,
    "evidenceName" TEXT,
    "evidenceType" TEXT,
    "evidence" BYTEA,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SponsorContact_sponsorId_idx" ON "SponsorContact"("sponsorId");

-- CreateIndex
CREATE INDEX "SponsorContact_userId_idx" ON "SponsorContact"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "PortalLink_tokenHash_key" ON "PortalLink"("tokenHash");

-- CreateIndex
CREATE INDEX "PortalLink_contactId_idx" ON "PortalLink"("contactId");

-- CreateIndex
CREATE UNIQUE INDEX "AdCopy_id_sponsorId_key" ON "AdCopy"("id", "sponsorId");

-- CreateIndex
CREATE UNIQUE INDEX "AdCopyVersion_copyId_number_key" ON "AdCopyVersion"("copyId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "AdCopyVersion_id_sponsorId_key" ON "AdCopyVersion"("id", "sponsorId");

-- CreateIndex
CREATE UNIQUE INDEX "AdImage_id_sponsorId_key" ON "AdImage"("id", "sponsorId");

-- CreateIndex
CREATE UNIQUE INDEX "AdImage_sponsorId_hash_key" ON "AdImage"("sponsorId", "hash");

-- CreateIndex
CREATE INDEX "Slot_issueId_idx" ON "Slot"("issueId");

-- CreateIndex
CREATE INDEX "Slot_sponsorId_idx" ON "Slot"("sponsorId");

-- CreateIndex
CREATE INDEX "Review_slotId_at_idx" ON "Review"("slotId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "SponsorPart_slotId_key" ON "SponsorPart"("slotId");

-- AddForeignKey
ALTER TABLE "SponsorPart" ADD CONSTRAINT "SponsorPart_slotId_fkey" FOREIGN KEY ("slotId") REFERENCES "Slot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SponsorContact" ADD CONSTRAINT "SponsorContact_sponsorId_fkey" FOREIGN KEY ("sponsorId") REFERENCES "Sponsor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SponsorContact" ADD CONSTRAINT "SponsorContact_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PortalLink" ADD CONSTRAINT "PortalLink_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "SponsorContact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Placement" ADD CONSTRAINT "Placement_houseCopyId_fkey" FOREIGN KEY ("houseCopyId") REFERENCES "AdCopy"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdCopy" ADD CONSTRAINT "AdCopy_sponsorId_fkey" FOREIGN KEY ("sponsorId") REFERENCES "Sponsor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdCopy" ADD CONSTRAINT "AdCopy_image_of_sponsor" FOREIGN KEY ("imageId", "sponsorId") REFERENCES "AdImage"("id", "sponsorId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdCopyVersion" ADD CONSTRAINT "AdCopyVersion_copyId_sponsorId_fkey" FOREIGN KEY ("copyId", "sponsorId") REFERENCES "AdCopy"("id", "sponsorId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdCopyVersion" ADD CONSTRAINT "AdCopyVersion_image_of_sponsor" FOREIGN KEY ("imageId", "sponsorId") REFERENCES "AdImage"("id", "sponsorId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdImage" ADD CONSTRAINT "AdImage_sponsorId_fkey" FOREIGN KEY ("sponsorId") REFERENCES "Sponsor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Slot" ADD CONSTRAINT "Slot_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Slot" ADD CONSTRAINT "Slot_placementId_fkey" FOREIGN KEY ("placementId") REFERENCES "Placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Slot" ADD CONSTRAINT "Slot_sponsorId_fkey" FOREIGN KEY ("sponsorId") REFERENCES "Sponsor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Slot" ADD CONSTRAINT "Slot_copy_of_sponsor" FOREIGN KEY ("copyId", "sponsorId") REFERENCES "AdCopy"("id", "sponsorId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Slot" ADD CONSTRAINT "Slot_version_of_sponsor" FOREIGN KEY ("versionId", "sponsorId") REFERENCES "AdCopyVersion"("id", "sponsorId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Slot" ADD CONSTRAINT "Slot_approved_of_sponsor" FOREIGN KEY ("approvedVersionId", "sponsorId") REFERENCES "AdCopyVersion"("id", "sponsorId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Slot" ADD CONSTRAINT "Slot_makeGoodForId_fkey" FOREIGN KEY ("makeGoodForId") REFERENCES "Slot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_slotId_fkey" FOREIGN KEY ("slotId") REFERENCES "Slot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "AdCopyVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- One place of one placement in one issue is booked once; what was released or missed frees it.
CREATE UNIQUE INDEX "Slot_place_live" ON "Slot" ("issueId", "placementId", "ordinal")
  WHERE "state" NOT IN ('RELEASED', 'MISSED');
-- A slot is made good once.
CREATE UNIQUE INDEX "Slot_made_good_live" ON "Slot" ("makeGoodForId")
  WHERE "makeGoodForId" IS NOT NULL AND "state" NOT IN ('RELEASED', 'MISSED');
-- One house, and one contact for an address at one company.
CREATE UNIQUE INDEX "Sponsor_one_house" ON "Sponsor" ("isHouse") WHERE "isHouse";
CREATE UNIQUE INDEX "SponsorContact_email_live" ON "SponsorContact" ("sponsorId", "email") WHERE "removedAt" IS NULL;

ALTER TABLE "SponsorContact" ADD CONSTRAINT "SponsorContact_email_lower" CHECK ("email" = lower("email"));
ALTER TABLE "Placement" ADD CONSTRAINT "Placement_at" CHECK (
  "at" IN ('top', 'bottom') AND "sectionTitle" IS NULL OR "at" = 'after' AND "sectionTitle" IS NOT NULL
);
ALTER TABLE "Placement" ADD CONSTRAINT "Placement_counts" CHECK (
  "perIssue" BETWEEN 1 AND 20 AND "maxCharacters" > 0 AND "maxLinks" >= 0 AND "price" >= 0 AND "deadlineDays" >= 0
);
ALTER TABLE "Slot" ADD CONSTRAINT "Slot_ordinal" CHECK ("ordinal" BETWEEN 1 AND 20);
ALTER TABLE "Slot" ADD CONSTRAINT "Slot_price" CHECK ("price" >= 0);
-- What runs was approved, and is bound to what was approved.
ALTER TABLE "Slot" ADD CONSTRAINT "Slot_approved" CHECK (
  "state" NOT IN ('APPROVED', 'RAN') OR ("approvedVersionId" IS NOT NULL AND "approvedHash" IS NOT NULL)
);
ALTER TABLE "Slot" ADD CONSTRAINT "Slot_submitted" CHECK (
  "state" NOT IN ('COPY_SUBMITTED', 'CHANGES_REQUESTED') OR "versionId" IS NOT NULL
);
ALTER TABLE "Slot" ADD CONSTRAINT "Slot_held" CHECK ("state" <> 'HELD' OR "heldUntil" IS NOT NULL);

ALTER TABLE "SponsorPart" DROP CONSTRAINT "SponsorPart_at";
ALTER TABLE "SponsorPart" ADD CONSTRAINT "SponsorPart_at" CHECK (
  "at" IN ('top', 'bottom') AND "sectionId" IS NULL AND "sectionTitle" IS NULL
  OR "at" = 'after' AND ("sectionId" IS NULL) <> ("sectionTitle" IS NULL)
);

-- What was submitted is what is reviewed, approved and run; nothing may change it afterwards.
CREATE FUNCTION refuse_copy_version_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was submitted and said about it is immutable' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "AdCopyVersion_immutable" BEFORE UPDATE OR DELETE ON "AdCopyVersion"
  FOR EACH ROW EXECUTE FUNCTION refuse_copy_version_change();
CREATE TRIGGER "Review_immutable" BEFORE UPDATE ON "Review"
  FOR EACH ROW EXECUTE FUNCTION refuse_copy_version_change();
