-- AlterTable
ALTER TABLE "Publication" ADD COLUMN     "keepsExclusive" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "keepsWaitlist" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "SlotWait" (
    "id" UUID NOT NULL,
    "issueId" UUID NOT NULL,
    "placementId" UUID NOT NULL,
    "sponsorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SlotWait_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SlotWait_issueId_idx" ON "SlotWait"("issueId");

-- CreateIndex
CREATE INDEX "SlotWait_placementId_idx" ON "SlotWait"("placementId");

-- CreateIndex
CREATE INDEX "SlotWait_sponsorId_idx" ON "SlotWait"("sponsorId");

-- AddForeignKey
ALTER TABLE "SlotWait" ADD CONSTRAINT "SlotWait_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SlotWait" ADD CONSTRAINT "SlotWait_placementId_fkey" FOREIGN KEY ("placementId") REFERENCES "Placement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SlotWait" ADD CONSTRAINT "SlotWait_sponsorId_fkey" FOREIGN KEY ("sponsorId") REFERENCES "Sponsor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A company waits once for one place.
CREATE UNIQUE INDEX "SlotWait_live" ON "SlotWait"("issueId", "placementId", "sponsorId") WHERE "endedAt" IS NULL;
