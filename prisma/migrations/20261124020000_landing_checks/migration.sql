-- CreateEnum
CREATE TYPE "LandingOutcome" AS ENUM ('OK', 'UNSURE', 'CERTIFICATE', 'REDIRECTED', 'DEAD');

-- CreateTable
CREATE TABLE "LandingCheck" (
    "id" UUID NOT NULL,
    "slotId" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL,
    "outcome" "LandingOutcome" NOT NULL,
    "status" INTEGER,
    "finalUrl" TEXT NOT NULL,
    "certificateExpiresAt" TIMESTAMPTZ(3),
    "message" TEXT NOT NULL,

    CONSTRAINT "LandingCheck_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "LandingCheck_slotId_checkedAt_idx" ON "LandingCheck"("slotId", "checkedAt");

-- AddForeignKey
ALTER TABLE "LandingCheck" ADD CONSTRAINT "LandingCheck_slotId_fkey" FOREIGN KEY ("slotId") REFERENCES "Slot"("id") ON DELETE CASCADE ON UPDATE CASCADE;
