-- CreateEnum
CREATE TYPE "RequestState" AS ENUM ('OPEN', 'ACCEPTED', 'DECLINED', 'LAPSED');

-- AlterTable
ALTER TABLE "Publication" ADD COLUMN     "holdDays" INTEGER NOT NULL DEFAULT 5,
ADD COLUMN     "storefrontFacts" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "storefrontOpen" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "storefrontText" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Sponsor" ADD COLUMN     "confirmedAt" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "SlotRequest" (
    "id" UUID NOT NULL,
    "slotId" UUID,
    "placementId" UUID NOT NULL,
    "date" DATE NOT NULL,
    "company" TEXT NOT NULL,
    "contactName" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "website" TEXT NOT NULL DEFAULT '',
    "message" TEXT NOT NULL DEFAULT '',
    "state" "RequestState" NOT NULL DEFAULT 'OPEN',
    "answer" TEXT NOT NULL DEFAULT '',
    "answeredAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SlotRequest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "SlotRequest_slotId_key" ON "SlotRequest"("slotId");

-- CreateIndex
CREATE INDEX "SlotRequest_state_createdAt_idx" ON "SlotRequest"("state", "createdAt");

-- CreateIndex
CREATE INDEX "SlotRequest_placementId_idx" ON "SlotRequest"("placementId");

-- AddForeignKey
ALTER TABLE "SlotRequest" ADD CONSTRAINT "SlotRequest_slotId_fkey" FOREIGN KEY ("slotId") REFERENCES "Slot"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SlotRequest" ADD CONSTRAINT "SlotRequest_placementId_fkey" FOREIGN KEY ("placementId") REFERENCES "Placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A request that waits for an answer keeps a place while it waits.
ALTER TABLE "SlotRequest" ADD CONSTRAINT "SlotRequest_open" CHECK ("state" <> 'OPEN' OR "slotId" IS NOT NULL);
ALTER TABLE "SlotRequest" ADD CONSTRAINT "SlotRequest_email_lower" CHECK ("email" = lower("email"));
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_hold" CHECK ("holdDays" BETWEEN 1 AND 90);

-- What the demo's sponsor sent goes with the demo, as its editions do; nothing may change it even then.
CREATE OR REPLACE FUNCTION refuse_copy_version_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('gleaner.removing_demo', true) = 'on' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'what was submitted and said about it is immutable' USING ERRCODE = 'restrict_violation';
END $$;
